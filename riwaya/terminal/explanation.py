"""Why a claim is as it is: for each field its value, the words it rests on, and the pack rows that read them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from rich.text import Text

from riwaya.claims.claim import Claim
from riwaya.mentions.mention import Mention
from riwaya.terminal.bidi import isolated
from riwaya.terminal.claim_lines import how_many, when, who
from riwaya.words.pack import Row

# What tells a reader how a row reads the words: its meaning, not its forms.
_MEANINGS = ("en", "act", "type", "kind", "unit", "value", "hedge", "takes", "country", "admin")
_SPELLED = {
    "agents": "agent",
    "targets": "target",
    "places": "place",
    "source": "sources",
    "quantity": "quantities",
}
_WIDTH = 11
_Values = Iterable[tuple[str, Mention | None]]


def _mentioned(mentions: Iterable[Mention]) -> _Values:
    return [("", mention) for mention in mentions]


_FIELDS: Mapping[str, Callable[[Claim], _Values]] = {
    "content": lambda claim: [("", claim.content)],
    "cue": lambda claim: _mentioned([claim.cue] if claim.cue else ()),
    "sources": lambda claim: [(f"{who((source,))}, {source.kind}", source.mention) for source in claim.sources],
    "voice": lambda claim: [(claim.voice, None)],
    "act": lambda claim: [(claim.act, None)],
    "certainty": lambda claim: [(claim.certainty, None)],
    "confidence": lambda claim: [("not weighed" if claim.confidence is None else f"{claim.confidence:.0%}", None)],
    "type": lambda claim: [(claim.event.type, None)],
    "denied": lambda claim: [("yes" if claim.event.denied else "no", None)],
    "agent": lambda claim: _mentioned(claim.event.agents),
    "target": lambda claim: _mentioned(claim.event.targets),
    "place": lambda claim: _mentioned(claim.event.places),
    "time": lambda claim: [(when(claim.event.time), claim.event.time.mention)] if claim.event.time else [],
    "quantities": lambda claim: [(f"{q.unit} {how_many(q)}", q.mention) for q in claim.event.quantities],
}


def explanation(claim: Claim, rows: Mapping[str, Row]) -> Iterator[Text]:
    """The lines of an explanation; `rows` are the pack rows by id."""
    left = list(claim.reasons)
    for field, values in _FIELDS.items():
        label = field
        reasons = [reason for reason in left if _about(reason.field) == field]
        left = [reason for reason in left if reason not in reasons]
        told = set()
        for said, mention in values(claim):
            yield _value(label, said, mention)
            label = ""
            if mention and mention.entry:
                told |= {(mention.entry, words) for words in (mention.text, "", mention.entry)}
                yield _because(mention.entry, "", rows)
        for reason in reasons:
            if (reason.entry, reason.words) not in told:
                yield _because(reason.entry, reason.words, rows)
    for reason in left:
        yield _value(reason.field, "", None)
        yield _because(reason.entry, reason.words, rows)
    for doubt in claim.doubts:
        yield Text.assemble(("doubt".ljust(_WIDTH), "bold yellow"), isolated(doubt))


def _about(field: str) -> str:
    """The field a reason speaks of, as it is written here."""
    name = field.removeprefix("event.").split("[")[0]
    return _SPELLED.get(name, name)


def _value(label: str, said: str, mention: Mention | None) -> Text:
    words = f"{isolated(mention.text)}  characters {mention.span.start} to {mention.span.end}" if mention else ""
    return Text.assemble((label.ljust(_WIDTH), "bold"), (said, "cyan"), "  " if said and words else "", words)


def _because(entry: str, words: str, rows: Mapping[str, Row]) -> Text:
    because = f"{isolated(words)}: " if words not in ("", entry) else ""
    made_by = " and ".join(_row(each, rows) for each in entry.split("+"))  # a time can rest on two rows
    return Text.assemble(" " * _WIDTH, ("because ", "dim"), because, made_by)


def _row(entry: str, rows: Mapping[str, Row]) -> str:
    row = rows.get(entry)
    if row is None:
        return isolated(entry)
    meaning = ", ".join(f"{column} {isolated(row[column])}" for column in _MEANINGS if row[column])
    source = f"; from {isolated(row['source'])}" if row["source"] else ""
    return f"{entry} in {row.pack}/{row.table}" + (f" ({meaning}{source})" if meaning or source else "")
