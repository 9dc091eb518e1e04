"""JSON: one record, a list of records, records one after another, or one record a line."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from riwaya.reports.report import FIELDS, FOREIGN_BYTE, Draft, Unreadable

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[\s,]*")
_NEXT = re.compile(r"(?:^|,)\s*(?=\{\s*\")", re.M)
_HALF = re.compile("[\ud800-\udfff]")
_PATIENCE = 100  # broken records in one list after which the rest is given up: each costs a look ahead
_DIGITS = "a number in it has too many digits"
_CURE = "write the record as JSON again"


def records(name: str, text: str) -> Iterator[Draft | Unreadable]:
    """Every record of a JSON text, in order; a broken one is told with its line and does not stop the others.

    `original` of each is the record's own text from brace to brace, in UTF-8.
    """
    start = _SPACE.match(text).end()  # type: ignore[union-attr]
    end = text.find("\n", start)
    first = text[start : end if end >= 0 else len(text)]
    if text[start : start + 1] == "[":
        yield from _sequence(name, text, start + 1)
    elif _parsed(first)[1] == "" or (not _whole(text, start) and _looks_like_lines(text)):
        yield from _lines(name, text)
    else:
        yield from _sequence(name, text, start)


def _whole(text: str, at: int) -> bool:
    """Whether a sound object begins here, over however many lines."""
    try:
        return bool(_DECODER.raw_decode(text, at))
    except (ValueError, RecursionError):
        return False


def _looks_like_lines(text: str) -> bool:
    """Whether the second or third line is an object, though the first is broken."""
    lines = [line for line in text[:1_000_000].split("\n", 5)[1:5] if line.strip()]
    return any(line.lstrip().startswith("{") and _parsed(line)[1] == "" for line in lines)


def _lines(name: str, text: str) -> Iterator[Draft | Unreadable]:
    start, number = 0, 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        number += 1
        line = text[start:end].strip()
        start = end + 1
        if line:
            found, fault = _parsed(line)
            yield _drafted(name, f"line {number}", line, found, fault)


def _parsed(line: str) -> tuple[object, str]:
    """The value of a piece of JSON, or what is wrong with it."""
    if FOREIGN_BYTE.search(line):
        return None, "it is not UTF-8, though other lines are"
    try:
        return json.loads(line), ""
    except json.JSONDecodeError as error:
        return None, f"it is no sound JSON: {error.msg} at character {error.pos + 1}"
    except RecursionError:
        return None, "its JSON is nested too deeply"
    except ValueError:
        return None, _DIGITS


def _sequence(name: str, text: str, at: int) -> Iterator[Draft | Unreadable]:
    """The records of a list, or of objects that follow each other over several lines."""
    faults, counted, line = 0, 0, 1
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        if at >= len(text) or text[at] == "]":
            return
        line += text.count("\n", counted, at)
        counted = at
        part = f"line {line}"
        try:
            found, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            faults += 1
            yield Unreadable(name, part, _fault(error), _CURE)
            following = _NEXT.search(text, at + 1)
            if not following:
                return
            if faults == _PATIENCE:
                yield Unreadable(name, part, f"{faults} records are broken; the rest is not read", _CURE)
                return
            at = following.end()
            continue
        yield _drafted(name, part, text[at:end], found, "")
        at = end


def _fault(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is no sound JSON: {error.msg} at line {error.lineno}, character {error.colno}"
    return "its JSON is nested too deeply" if isinstance(error, RecursionError) else _DIGITS


def _drafted(name: str, part: str, raw: str, found: object, fault: str) -> Draft | Unreadable:
    if fault:
        return Unreadable(name, part, fault, _CURE)
    if not isinstance(found, dict):
        return Unreadable(name, part, "it is no record", f"write it as an object with {', '.join(FIELDS)}")
    if FOREIGN_BYTE.search(raw):
        return Unreadable(name, part, "it is not UTF-8, though other lines are", "save it as UTF-8")
    record = {key.strip().casefold(): value for key, value in found.items()}
    cause, cure = _text_problem(record)
    if cause:
        return Unreadable(name, part, cause, cure)
    said, doubts = _said(record)
    return Draft(
        raw.encode("utf-8"), record["text"], part, said["outlet"], said["url"], said["title"], said["published"],
        said["id"], doubts,
    )  # fmt: skip


def _text_problem(record: Mapping[str, Any]) -> tuple[str, str]:
    if "text" not in record:
        return "the record has no text", "put the report's text in the field text"
    text = record["text"]
    if not isinstance(text, str):
        return f"the text is no string but {_kind(text)}", "put the report's text in the field text"
    half = _HALF.search(text)
    if half:
        return f"the text holds half a character at {half.start()} (\\u{ord(half[0]):04x})", "write the text as UTF-8"
    if not text.strip():
        return "the text is empty", "put the report's text in the field text"
    return "", ""


def _said(record: Mapping[str, Any]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The other fields as strings; what is neither words nor a number is left out with a doubt."""
    said: dict[str, str] = {}
    doubts = []
    for field in FIELDS[:-1]:
        value = record.get(field)
        if isinstance(value, str):
            said[field] = _HALF.sub("\N{REPLACEMENT CHARACTER}", value)
            if said[field] != value:
                doubts.append(f"{field} holds half a character")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            said[field] = _figures(value)
        else:
            said[field] = ""
            if value is not None:
                doubts.append(f"{field} is no string but {_kind(value)}")
    return said, tuple(doubts)


def _figures(value: int | float) -> str:
    try:
        return str(value)
    except ValueError:  # more digits than Python writes out
        return ""


def _kind(value: object) -> str:
    names = {dict: "an object", list: "a list", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
