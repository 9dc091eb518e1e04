"""What a report has said so far of those who speak: full names, offices, and who is speaking now."""

from dataclasses import dataclass, field

from riwaya.claims.claim import Source
from riwaya.mentions.mention import Mention
from riwaya.words.clitics import openings
from riwaya.words.fold import folded


@dataclass(frozen=True, slots=True)
class Text:
    """A statement, letter or interview that a report gives in full: the words that announce it, whose it is, and its kind."""

    cue: Mention
    chain: tuple[Source, ...]
    kind: str
    outer: "Text | None" = None


@dataclass(slots=True)
class Memory:
    """The sources of a report in the order they appeared, each with the ids of the role rows it was introduced by."""

    known: list[tuple[Source, frozenset[str]]] = field(default_factory=list)
    chain: tuple[Source, ...] = ()
    cue: Mention | None = None
    text: Text | None = None
    silent: int = 0  # sentences since somebody last spoke

    def keep(self, source: Source, roles: frozenset[str]) -> None:
        """Remember a source under the roles that introduced it."""
        for at, (old, had) in enumerate(self.known):
            if old.name == source.name:
                self.known[at] = (Source(old.mention, old.name, old.kind, old.of or source.of), had | roles)
                return
        self.known.append((source, roles))

    def by_name(self, words: tuple[str, ...]) -> Source | None:
        """The latest person (or body) whose name holds all of these folded words, and more."""
        wanted = {_bare(word) for word in words}
        for source, _ in reversed(self.known):
            if source.name and source.kind in ("person", "body", "media", "unnamed"):
                has = {_bare(word) for word in folded(source.name).split()}
                if wanted <= has:
                    return source
        return None

    def by_role(self, roles: frozenset[str], kinds: tuple[str, ...] = ()) -> Source | None:
        """The latest source introduced by one of these roles."""
        for source, had in reversed(self.known):
            if roles & had and (not kinds or source.kind in kinds):
                return source
        return None


def _bare(word: str) -> str:
    """A folded word without what is glued before it and without the article."""
    shortest = min((form for _, form in openings(word)), key=len) if word.startswith(("و", "ل", "ب")) else word
    shortest = word if len(shortest) < 3 else shortest
    return shortest[2:] if shortest.startswith("ال") and len(shortest) > 3 else shortest
