"""The two laws of the house: rooms stand in order, and inside a room only the opener knows its siblings."""

import ast
from pathlib import Path

import pytest

import riwaya

HOUSE = Path(riwaya.__file__).parent
ROOMS = ("words", "reports", "passages", "mentions", "claims", "judgements", "incidents", "accounts", "ledger")

# What a room's files may all know: its nouns. What knows them all: its opener.
NOUNS = {
    "words": {"span", "fold", "token", "clitics", "pack", "match", "inflect", "split"},
    "reports": {"report"},
    "passages": {"passage"},
    "mentions": {
        "mention",
        "line",
        "phrases",
        "nominals",
        "lexicon",
        "gazetteer",
        "namesakes",
        "settle",
        "numerals",
        "dates",
        "counts",
    },
    "claims": {"claim", "frame", "memory", "happening", "weighing", "parts", "scene"},
    "ledger": {"entry"},
}
OPENERS = {"reports": "take", "passages": "split", "mentions": "find", "claims": "draw"}


def imports(file: Path) -> set[tuple[str, str]]:
    """The (room, file) pairs of Riwaya that a file imports."""
    found: set[tuple[str, str]] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            if parts[0] == "riwaya" and len(parts) >= 2:
                room = parts[1]
                if len(parts) >= 3 and (
                    (HOUSE / room / f"{parts[2]}.py").exists() or (HOUSE / room / parts[2]).is_dir()
                ):
                    found.add((room, parts[2]))
                elif len(parts) == 2 and (HOUSE / f"{room}.py").exists():
                    found.add(("", room))
    return found


def files(room: str) -> list[Path]:
    return sorted((HOUSE / room).glob("**/*.py"))


ROOM_FILES = [(room, file) for room in ROOMS for file in files(room)]


@pytest.mark.parametrize(("room", "file"), ROOM_FILES, ids=[f"{r}/{f.stem}" for r, f in ROOM_FILES])
def test_a_file_imports_its_own_room_or_earlier_rooms(room: str, file: Path) -> None:
    allowed = set(ROOMS[: ROOMS.index(room) + 1])
    later = {f"{r}/{name}" for r, name in imports(file) if r not in allowed}
    assert not later


@pytest.mark.parametrize(("room", "file"), ROOM_FILES, ids=[f"{r}/{f.stem}" for r, f in ROOM_FILES])
def test_only_the_opener_knows_its_siblings(room: str, file: Path) -> None:
    if file.stem == OPENERS.get(room):
        pytest.skip("the opener knows them all")
    siblings = {name for r, name in imports(file) if r == room and name != file.stem}
    assert siblings <= NOUNS.get(room, set())


@pytest.mark.parametrize(("room", "file"), ROOM_FILES, ids=[f"{r}/{f.stem}" for r, f in ROOM_FILES])
def test_rooms_know_no_clock_no_network_and_no_file_system(room: str, file: Path) -> None:
    banned = {"socket", "urllib.request", "http", "requests", "time", "random", "subprocess", "os"}
    if (room, file.stem) == ("words", "pack"):
        banned = banned - {"os"}
    used: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            used |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            used.add(node.module)
        elif isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow"):
            used.add(f".{node.attr}")
    assert not used & (banned | {".today", ".now", ".utcnow"})


def test_no_word_of_arabic_stands_in_code() -> None:
    """Letters and endings may (clitics are cut by rule); words live in the packs."""
    found = []
    for file in sorted(HOUSE.glob("**/*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        docstrings = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
            and isinstance(node.body[0].value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                letters = [c for c in node.value if "\u0620" <= c <= "\u064a"]
                if len(letters) > 4:
                    found.append(f"{file.relative_to(HOUSE)}:{node.lineno}: {node.value[:30]}")
    assert not found
