"""How a noun phrase stands in a scene: each question that is asked of it, with the answer."""

from riwaya.claims.scene import Scene, Stage
from riwaya.mentions.bearings import begun, counted, definite, ending, governed, head, shape, stem
from riwaya.mentions.line import Line, Tag
from riwaya.mentions.nominals import Nominal
from riwaya.mentions.phrases import is_verb

_LIGHT = 14  # words back from a noun to its light verb
_MUTE = (
    "area",
    "place",
    "definite",
    "plain",
    "happening",
    "material",
)  # heads that are not looked for outside of a run
_OPENERS = ("relative", "connective", "complementiser", "auxiliary", "preposition")
_MODIFIERS = ("auxiliary", "negation", "future", "adverb", "hedge")  # between a subject and its verb


def may_play(scene: Scene, number: int) -> bool:
    """Whether a phrase may play a part at all: outside of the run that is told only one that can act or be met does, and
    a town, in which things are done, does nowhere."""
    answers = _own(scene.stage, number)
    if answers["head"] == "place:":
        return False
    first, end = scene.run
    return first <= scene.phrases[number].first < end or answers["head"].partition(":")[0] not in _MUTE


def stance(scene: Scene, number: int) -> dict[str, str]:
    """The answers for the phrase of that number; an empty one says that the question does not arise."""
    line, lead, phrase = scene.line, scene.what.tag, scene.phrases[number]
    at, own = phrase.first, _own(scene.stage, number)
    where, side = _where(scene, at), _side(at, lead)
    near = scene.stage.nearest(at)
    return own | {
        "where": where,
        "side": side,
        "spot": f"{where}:{side}",
        "far": _distance(scene, at),
        "order": _order(scene, at),
        "type": scene.what.type,
        "row": lead.row.id if lead else "none",
        "voice": _voice(lead),
        "open": _opened(line, lead),
        "led": _led(scene.stage, lead),
        "abuts": "yes" if lead is not None and _abutting(scene.stage, lead) == at else "",
        "agrees": _agrees(line, at, lead),
        "light": _light(scene, phrase),
        "ruled": scene.ruled.get(at, "none"),
        "framed": _framed(lead, own["by"]) if side == "right" else "",
        "near": f"{_alike(near, lead)}:{own['nearhow']}" if near else "none",
        "clause": _clause(line, at, lead),
        "leads": "yes" if lead is not None and _leads(line, phrase, lead) else "",
        "act": scene.act,
        "told": "said" if scene.speakers else "narrated",
        "speaks": _speaks(scene, phrase),
    }


def _own(stage: Stage, number: int) -> dict[str, str]:
    if number not in stage.answers:
        stage.answers[number] = _standing(stage, number)
    return stage.answers[number]


def _standing(stage: Stage, number: int) -> dict[str, str]:
    """The answers that are the same in every scene of a sentence."""
    line, phrase = stage.line, stage.phrases[number]
    at, near = phrase.first, stage.nearest(phrase.first)
    behind = line.tagged(phrase.last + 1, "happenings")
    steps = min(stage.between(near.last, at), 2) if near else 0
    return {
        "by": governed(line, stage.phrases, number),
        "head": head(line, at),
        "word": stem(line, at),
        "shape": shape(line, at),
        "counted": str(counted(line, at)),
        "definite": str(definite(line, at)),
        "quoted": str(line.quoted[at] >= 0),
        "inside": str(phrase.within >= 0),
        "extent": f"{phrase.extent}:{''.join(sorted(p.extent[0] for p in stage.rivals(number)))}",
        "joint": f"{phrase.extent}:{_joint(stage, number)}",
        "nearhow": f"{_voice(near)}:{steps}",
        "nearrow": f"{near.row.id}:{steps}" if near else "none",
        "nearled": _led(stage, near),
        "nearagrees": _agrees(line, at, near),
        "begun": begun(line, at),
        "behind": _voice(behind) if behind else ending(line, phrase.last + 1),
    }


def _where(scene: Scene, at: int) -> str:
    first, end = scene.run
    return "in" if first <= at < end else "before" if at < first else "after"


def _side(at: int, lead: Tag | None) -> str:
    """The side of the leading word that a phrase stands on, as positions in the sentence: left is earlier."""
    return "none" if lead is None else "left" if at < lead.first else "lead" if at <= lead.last else "right"


def _distance(scene: Scene, at: int) -> str:
    first, end = scene.run
    lead = scene.what.tag
    far = first - at if at < first else at - end if at >= end else abs(at - (lead.first if lead else first))
    return str(min(6, far.bit_length()))


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


def _framed(lead: Tag | None, by: str) -> str:
    """The part that the leading word's row gives to what hangs on a preposition."""
    frame = dict(part.partition("=")[::2] for part in lead.row.all("frame")) if lead else {}
    return frame.get(by.rpartition("+")[2], "")


def _joint(stage: Stage, number: int) -> str:
    """What ties the last words of a phrase's widest extent to it."""
    line = stage.line
    ends = sorted(phrase.last for phrase in stage.rivals(number))
    if len(ends) < 2:
        return "one"
    at = ends[-2] + 1
    if line.tagged(at, "terms", "ofword", "attach", "preposition"):
        return line.form(at)
    return line.form(at)[:1] if line.glued(at) else head(line, at)


def _opened(line: Line, lead: Tag | None) -> str:
    """What stands behind the leading word: a verb before a preposition has its subject elsewhere."""
    if lead is None:
        return "none"
    if lead.pronoun:
        return f"pronoun:{lead.pronoun}"
    at = lead.last + 1
    while at < len(line) and (at in line.time_at or line.is_term(at, "adverb")):
        at += 1
    if at in line.number_at:
        return "number"
    found = ending(line, at)
    return found if found != "word" else "glued" if line.glued(at) else head(line, at)


def _abutting(stage: Stage, tag: Tag) -> int:
    """The first token of the outermost phrase that ends right before a happening's word, -1 where none does."""
    line, at = stage.line, tag.first - 1
    while at >= 0 and (line.is_term(at, *_MODIFIERS) or at in line.time_at):
        at -= 1
    return next((p.first for p in stage.phrases if p.within < 0 and p.first <= at <= p.last), -1)


def _led(stage: Stage, tag: Tag | None) -> str:
    """What the phrase right before a happening's word hangs on: a verb with a subject before it needs none behind."""
    if tag is None:
        return "none"
    first = _abutting(stage, tag)
    if first < 0:
        return f"free:{_number(stage.line, tag)}"
    number = next(i for i, phrase in enumerate(stage.phrases) if phrase.first == first)
    return f"{governed(stage.line, stage.phrases, number)}:{_number(stage.line, tag)}"


def _number(line: Line, tag: Tag) -> str:
    """The number and gender of a verb, as far as its form shows them."""
    if tag.column == "noun":
        return "noun"
    form = line.form(tag.first)[len(line.joined(tag.first)) :]
    if form.endswith(("وا", "ون", "وه", "وها")):
        return "plural"
    feminine = form.endswith(("ت", "تا", "ته", "تها")) or (tag.column == "imperfect" and form.startswith("ت"))
    return "feminine" if feminine else "masculine"


def _agrees(line: Line, at: int, tag: Tag | None) -> str:
    """The gender of a head beside number and gender of a verb, and which of them comes first."""
    if tag is None or tag.column == "noun":
        return ""
    feminine = line.form(at).endswith(("ه", "ات", "اء", "ا"))
    return f"{_number(line, tag)}:{'feminine' if feminine else 'other'}:{at > tag.last}"


def _alike(near: Tag, lead: Tag | None) -> str:
    """How the happening's word nearest before a phrase is to the leading one."""
    if lead is None or near.row["type"] != lead.row["type"]:
        return "other"
    return "lead" if near.first == lead.first else "same"


def _leads(line: Line, phrase: Nominal, lead: Tag) -> bool:
    """Whether the leading word stands right behind a phrase."""
    behind = line.tagged(phrase.last + 1, "happenings")
    return behind is not None and behind.first == lead.first


def _light(scene: Scene, phrase: Nominal) -> str:
    """The light verb before the leading word (شن, نفذ, تعرض), and how a phrase stands to the two."""
    line, lead = scene.line, scene.what.tag
    for at in range(lead.first - 1, max(0, lead.first - _LIGHT) - 1, -1) if lead else ():
        tag = line.tagged(at, "terms", "auxiliary")
        if lead and tag and tag.cut <= 1:
            side = "before" if phrase.last < at else "between" if phrase.first < lead.first else "after"
            low, high = sorted((at, phrase.first))
            return f"{tag.row['value']}:{side}:{min(scene.stage.between(low, high), 2)}"
    return ""


def _clause(line: Line, at: int, lead: Tag | None) -> str:
    """What opens a new clause between a phrase and the leading word, nearest to whichever comes later."""
    if lead is None:
        return "none"
    low, high = (lead.last + 1, at) if at > lead.last else (at + 1, lead.first + 1)
    for back in range(high - 1, low - 1, -1):
        tag = line.tagged(back, "terms", *_OPENERS)
        if tag and tag.cut <= 1 and (tag.kind != "preposition" or tag.row["value"] not in ("", "agent")):
            return f"{tag.kind}:{tag.row['value']}"
        if line.tagged(back, "cues") and is_verb(line, back):
            return "cue"
        if line.form(back) in ("،", ",", ".", "؛", ":"):
            return "mark"
        if back > low and is_verb(line, back):
            return "verb"
    return "same"


def _speaks(scene: Scene, phrase: Nominal) -> str:
    """Whether a phrase is who speaks."""
    words = scene.line.words(phrase.first, phrase.last)
    return "yes" if any(words in name or name in words for name in scene.speakers) else ""
