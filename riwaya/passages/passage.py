"""A passage: a sentence of a report and the quotations in it."""

from dataclasses import dataclass

from riwaya.words.span import Span
from riwaya.words.token import Token


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: the span inside the marks, and whether the closing mark stands in the text."""

    span: Span
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, its tokens, and the quotations that meet it. `paragraph` counts from 0 in the report."""

    span: Span
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...] = ()
    paragraph: int = 0
