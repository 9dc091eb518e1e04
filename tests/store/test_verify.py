"""Whatever is changed behind the ledger's back, verifying finds it and names the entry."""

import sqlite3
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from invented import claims, report

from riwaya.store.sqlite import open_ledger

NOW = datetime(2020, 1, 1, tzinfo=UTC)
SECOND = "(SELECT id FROM reports WHERE entry = 2)"
FIRST_CLAIM = f"(SELECT number FROM claims WHERE report = {SECOND} AND position = 0)"

TAMPERED = [
    (f"UPDATE reports SET text = replace(text, 'الزهور', 'الورود') WHERE id = {SECOND}", 2, "text is not the one"),
    (f"UPDATE reports SET text = text || ' ' WHERE id = {SECOND}", 2, "text is not the one"),
    (f"UPDATE reports SET text = ' ' || text WHERE id = {SECOND}", 2, "are not the words kept"),
    (f"UPDATE reports SET outlet = 'another' WHERE id = {SECOND}", 2, "outlet, address, title, date or key"),
    (f"UPDATE reports SET published = '2019-06-01' WHERE id = {SECOND}", 2, "outlet, address, title, date or key"),
    (f"UPDATE originals SET packed = x'00' WHERE sha256 = {SECOND}", 2, "cannot be read"),
    (f"UPDATE originals SET packed = :other WHERE sha256 = {SECOND}", 2, "SHA-256 differs"),
    (f"DELETE FROM originals WHERE sha256 = {SECOND}", 2, "original is missing"),
    ("DELETE FROM reports WHERE entry = 2", 2, "report is missing"),
    ("DELETE FROM entries WHERE number = 2", 2, "this entry is missing"),
    (f"UPDATE claims SET record = replace(record, '\"deny\"', '\"admit\"') WHERE report = {SECOND}", 2, "not the one"),
    (f"UPDATE claims SET record = 'x' WHERE report = {SECOND}", 2, "cannot be read"),
    (f"UPDATE claims SET act = 'admit' WHERE number = {FIRST_CLAIM}", 2, "columns it is filtered by"),
    (f"UPDATE claims SET time_from = '2018-01-01' WHERE number = {FIRST_CLAIM}", 2, "columns it is filtered by"),
    (f"DELETE FROM claims WHERE report = {SECOND} AND position = 2", 2, "2 claims are kept where 3"),
    (f"UPDATE sources SET name = 'another' WHERE claim = {FIRST_CLAIM}", 2, "sources differ"),
    (f"DELETE FROM arguments WHERE claim = {FIRST_CLAIM} AND role = 'agent'", 2, "arguments differ"),
    ("UPDATE quantities SET low = 99 WHERE claim = 5", 2, "quantities differ"),
    (f"UPDATE claim_words SET content = 'another' WHERE rowid = {FIRST_CLAIM}", 2, "words to search differ"),
    (f"DELETE FROM claim_words WHERE rowid = {FIRST_CLAIM}", 2, "words to search differ"),
    ("UPDATE entries SET body = '{}' WHERE number = 2", 2, "body cannot be read"),
    ("INSERT INTO originals VALUES ('ab', 1, x'00')", 0, "4 originals are kept"),
    ("INSERT INTO claim_words(rowid, content) VALUES (77, 'word')", 0, "full-text index holds 10"),
    ("UPDATE claim_words_data SET block = zeroblob(90) WHERE id > 10", 0, "damaged"),
]


@pytest.mark.parametrize(("change", "entry", "said"), TAMPERED)
def test_a_change_is_found_and_its_entry_named(tmp_path: Path, change: str, entry: int, said: str) -> None:
    path = tmp_path / "a.ledger"
    ledger = open_ledger(path, create=True)
    for number in (1, 2, 3):
        ledger.keep(report(number), claims(report(number)), NOW)
    ledger.close()
    with sqlite3.connect(path) as db:
        assert db.execute(change, {"other": zlib.compress(b"another")} if ":other" in change else ()).rowcount != 0
    ledger = open_ledger(path)
    found = list(ledger.flaws())
    assert found
    assert found[0].entry == entry
    assert any(said in str(flaw) for flaw in found)
    ledger.close()


def test_a_file_with_a_torn_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    ledger = open_ledger(path, create=True)
    for number in range(1, 40):
        ledger.keep(report(number), claims(report(number)), NOW)
    ledger.close()
    torn = bytearray(path.read_bytes())
    middle = len(torn) // 8192 * 4096
    torn[middle : middle + 4096] = b"\xa5" * 4096
    path.write_bytes(torn)
    ledger = open_ledger(path)
    assert list(ledger.flaws())
    ledger.close()
