"""A question about claims, as one SELECT over the tables."""

from sqlalchemy import ColumnElement, Integer, Select, and_, func, literal_column, or_, select, text

from riwaya.store.schema import SEARCHED, arguments, claims, entries, reports
from riwaya.store.seam import LedgerError, Question
from riwaya.store.search import matching

_BEGINS = func.coalesce(claims.c.time_from, claims.c.published)
_ENDS = func.coalesce(claims.c.time_to, claims.c.published, claims.c.time_from)


def asked(question: Question) -> Select[tuple[object, ...]]:
    """The claims and their reports' headings, oldest report first, in the order of the text within a report."""
    found = (
        select(claims, reports.c.outlet, reports.c.url, reports.c.title, reports.c.key)
        .join(reports, reports.c.id == claims.c.report)
        .join(entries, entries.c.number == reports.c.entry)
        .where(*_conditions(question))
        .order_by(reports.c.published.is_(None), reports.c.published, entries.c.number, claims.c.position)
    )
    return found.limit(question.limit) if question.limit else found


def number(question: Question) -> Select[int]:
    """How many claims there are to a question."""
    return select(func.count()).select_from(claims).where(*_conditions(question))


def _conditions(question: Question) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if question.words:
        found.append(_has(question.words, SEARCHED, "words", article=True))
    if question.source:
        found.append(_has(question.source, ("sources",), "source"))
    if question.actor:
        by_name = _has(question.actor, ("agents", "targets"), "actor")
        found.append(or_(by_name, _entered(("agent", "target"), question.actor_entries)))
    if question.place:
        by_name = _has(question.place, ("places",), "place")
        found.append(or_(by_name, _entered(("place",), question.place_entries)))
    for column in ("act", "type", "report"):
        if value := getattr(question, column):
            found.append(claims.c[column] == value)
    if question.denied is not None:
        found.append(claims.c.denied.is_(question.denied))
    if question.min_confidence:
        found.append(func.coalesce(claims.c.confidence, 1.0) >= question.min_confidence)
    if question.since:
        found.append(_ENDS.op(">=")(question.since.isoformat()))
    if question.until:
        found.append(_BEGINS.op("<=")(question.until.isoformat()))
    return found


def _has(words: str, columns: tuple[str, ...], asked_as: str, *, article: bool = False) -> ColumnElement[bool]:
    wanted = matching(words, columns, article=article)
    if wanted is None:
        raise LedgerError(f"--{asked_as} {words!r} has no word or number to search for")
    hits = select(literal_column("rowid", Integer)).select_from(text("claim_words"))
    return claims.c.number.in_(hits.where(literal_column("claim_words").op("MATCH")(wanted)))


def _entered(roles: tuple[str, ...], rows: tuple[str, ...]) -> ColumnElement[bool]:
    named = select(arguments.c.claim).where(and_(arguments.c.role.in_(roles), arguments.c.entry.in_(rows)))
    return claims.c.number.in_(named)
