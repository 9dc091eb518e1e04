"""How a noun phrase stands in a scene: each question that is asked of it, with the answer."""

from typing import NamedTuple

from riwaya.claims.parts import Answered, added, asked_extent, asked_in, asked_standing, part_chances, weight_of
from riwaya.claims.scene import Scene, Stage
from riwaya.mentions.bearings import counted, governed, head, shape, stem
from riwaya.mentions.line import Line, Tag, once
from riwaya.mentions.phrases import is_verb

_LIGHT = 14  # words back from a noun to its light verb
_BEFORE, _BEHIND = 6, 2  # phrases before and behind a run that may play a part in it
_MUTE = (
    "area",
    "place",
    "definite",
    "plain",
    "happening",
    "material",
)  # heads that are not looked for outside of a run
_HOPELESS = -0.25  # a phrase whose place in its sentence speaks so much against both parts plays none in any scene
_OPENERS = ("relative", "connective", "complementiser", "auxiliary", "preposition")


class Stance(NamedTuple):
    """The answers for the phrases that begin where one does, and for how far this one goes; an answer is empty where its
    question does not arise."""

    begun: Answered
    extent: Answered

    def answers(self) -> dict[str, str]:
        """All answers by their questions."""
        return self.begun.answers | self.extent.answers

    def chances(self) -> dict[str, float]:
        """How likely a phrase that stands so plays each part."""
        return part_chances(self.begun.weight, self.extent.weight)


def stances(scene: Scene, least: float = _HOPELESS) -> dict[int, Stance]:
    """How each phrase of a scene that may play a part stands in it, by its number; those are left out whose standing in the
    sentence weighs less than `least`, unless grammar gives them a part."""
    stage, phrases = scene.stage, scene.phrases
    out: dict[int, Stance] = {}
    of_all, light = _of_all(scene), _light_verb(scene)
    asked = asked_in(of_all)
    begun: dict[int, Answered] = {}
    for number in stage.around(scene.run, _BEFORE, _BEHIND):
        at = phrases[number].first
        if not _may_play(scene, at):
            continue
        if at not in begun:
            standing = _standing(stage, number)
            if max(standing.weight) < least and at not in scene.ruled:
                continue
            answers = standing.answers | of_all | _stance(scene, at, light)
            begun[at] = Answered(answers, added(standing.weight, weight_of(asked, answers)))
        out[number] = Stance(begun[at], _extent(stage, number))
    return out


def _may_play(scene: Scene, at: int) -> bool:
    """Whether a phrase may play a part at all: outside of the run that is told only one that can act or be met does, and
    a town, in which things are done, does nowhere."""
    kind = head(scene.line, at)
    if kind == "place:":
        return False
    first, end = scene.run
    return first <= at < end or kind.partition(":")[0] not in _MUTE


def _of_all(scene: Scene) -> dict[str, str]:
    """The answers that are the same for every phrase of a scene."""
    lead = scene.what.tag
    return {
        "type": scene.what.type,
        "row": lead.row.id if lead else "none",
        "voice": _voice(lead),
        "act": scene.act,
    }


def _stance(scene: Scene, at: int, light: Tag | None) -> dict[str, str]:
    """How the phrases that begin at a token stand to the run and to its leading word."""
    line, lead = scene.line, scene.what.tag
    where, side = _where(scene, at), _side(at, lead)
    near = scene.stage.nearest(at)
    return {
        "where": where,
        "side": side,
        "spot": f"{where}:{side}",
        "order": _order(scene, at),
        "light": _light(scene, at, light),
        "ruled": scene.ruled.get(at, "none"),
        "near": f"{_alike(near, lead)}:{_nearness(scene.stage, near, at)}" if near else "none",
        "clause": _clause(line, at, lead),
    }


def _standing(stage: Stage, number: int) -> Answered:
    """The answers that are the same in every scene of a sentence, for all phrases that begin with that of this number."""
    line, at = stage.line, stage.phrases[number].first
    if at not in stage.standing:
        near = stage.nearest(at)
        answers = {
            "by": governed(line, stage.phrases, number),
            "head": head(line, at),
            "word": stem(line, at),
            "shape": shape(line, at),
            "counted": str(counted(line, at)),
            "nearrow": f"{near.row.id}:{_steps(stage, near, at)}" if near else "none",
        }
        stage.standing[at] = Answered(answers, weight_of(asked_standing(), answers))
    return stage.standing[at]


def _extent(stage: Stage, number: int) -> Answered:
    """How far a phrase goes among those that begin with it, the same in every scene."""
    if number not in stage.extents:
        (first, _, extent, _), rivals = stage.phrases[number], stage.rivals(number)
        among = "".join(sorted(rival.extent[0] for rival in rivals))
        ends = sorted(rival.last for rival in rivals)
        joint = _joint(stage.line, ends)
        answers = {"extent": f"{extent}:{among}", "joint": f"{extent}:{joint}", "head": head(stage.line, first)}
        stage.extents[number] = Answered(answers, weight_of(asked_extent(), answers))
    return stage.extents[number]


def _nearness(stage: Stage, near: Tag, at: int) -> str:
    return f"{_voice(near)}:{_steps(stage, near, at)}"


def _steps(stage: Stage, near: Tag, at: int) -> int:
    """How many phrases stand between a happening's word and a phrase behind it, two for more."""
    return min(stage.between(near.last, at), 2)


def _where(scene: Scene, at: int) -> str:
    first, end = scene.run
    return "in" if first <= at < end else "before" if at < first else "after"


def _side(at: int, lead: Tag | None) -> str:
    """The side of the leading word that a phrase stands on, as positions in the sentence: left is earlier."""
    return "none" if lead is None else "left" if at < lead.first else "lead" if at <= lead.last else "right"


def _order(scene: Scene, at: int) -> str:
    """How many phrases stand between a phrase and the leading word."""
    lead = scene.what.tag
    if lead is None:
        return "none"
    return str(min(4, scene.stage.between(lead.last, at) if at > lead.last else scene.stage.between(at, lead.first)))


def _voice(tag: Tag | None) -> str:
    """Whether a happening's word is a verb or a noun, and which parts its subject and object play."""
    if tag is None:
        return "none"
    return f"{'noun' if tag.column == 'noun' else 'verb'}:{tag.row['subject']}:{tag.row['object']}"


def _joint(line: Line, ends: list[int]) -> str:
    """What ties the last words of the widest of some extents to the rest."""
    if len(ends) < 2:
        return "one"
    at = ends[-2] + 1
    if line.tagged(at, "terms", "ofword", "attach", "preposition"):
        return line.form(at)
    return line.form(at)[:1] if line.glued(at) else head(line, at)


def _alike(near: Tag, lead: Tag | None) -> str:
    """How the happening's word nearest before a phrase is to the leading one."""
    if lead is None or near.row["type"] != lead.row["type"]:
        return "other"
    return "lead" if near.first == lead.first else "same"


def _light_verb(scene: Scene) -> Tag | None:
    """The light verb before the leading word: شن, نفذ, تعرض."""
    line, lead = scene.line, scene.what.tag
    for at in range(lead.first - 1, max(0, lead.first - _LIGHT) - 1, -1) if lead else ():
        tag = line.tagged(at, "terms", "auxiliary")
        if tag and tag.cut <= 1:
            return tag
    return None


def _light(scene: Scene, at: int, light: Tag | None) -> str:
    """How a phrase stands to the leading word and its light verb."""
    lead = scene.what.tag
    if light is None or lead is None:
        return ""
    side = "before" if at < light.first else "between" if at < lead.first else "after"
    apart = scene.stage.between(min(light.first, at), max(light.first, at))
    return f"{light.row['value']}:{side}:{min(apart, 2)}"


def _clause(line: Line, at: int, lead: Tag | None) -> str:
    """What opens a new clause between a phrase and the leading word, nearest to whichever comes later."""
    if lead is None:
        return "none"
    low, high = (lead.last + 1, at) if at > lead.last else (at + 1, lead.first + 1)
    for back in range(high - 1, low - 1, -1):
        opener = _opener(line, back)
        if opener and (opener != "verb" or back > low):
            return opener
    return "same"


@once
def _opener(line: Line, at: int) -> str:
    """What at a token opens a clause, empty where nothing does."""
    tag = line.tagged(at, "terms", *_OPENERS)
    if tag and tag.cut <= 1 and (tag.kind != "preposition" or tag.row["value"] not in ("", "agent")):
        return f"{tag.kind}:{tag.row['value']}"
    if line.tagged(at, "cues") and is_verb(line, at):
        return "cue"
    if line.form(at) in ("،", ",", ".", "؛", ":"):
        return "mark"
    return "verb" if is_verb(line, at) else ""
