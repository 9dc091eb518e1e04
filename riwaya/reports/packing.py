"""Files that are packed, and files that hold no text at all: told by their first bytes."""

import zlib
from collections.abc import Iterator

LIMIT = 512 * 1024 * 1024
"""The most that a gzip file may unpack to, in bytes."""

_GZIP = b"\x1f\x8b"
_STEP = 16 * 1024 * 1024
_SAVE = "save its text as UTF-8 (.txt), or as a record (.jsonl)"
_UNPACK = "unpack it and give the files in it"
_SIGNS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a PNG picture", _SAVE),
    (b"\xff\xd8\xff", "a JPEG picture", _SAVE),
    (b"GIF8", "a GIF picture", _SAVE),
    (b"II*\0", "a TIFF picture", _SAVE),
    (b"MM\0*", "a TIFF picture", _SAVE),
    (b"%PDF", "a PDF", _SAVE),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save its text as UTF-8"),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (b"BZh", "a bzip2 file", _UNPACK),
    (b"\xfd7zXZ", "an xz file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file", _UNPACK),
    (b"\x7fELF", "a program", "give a text, a page or records"),
    (b"MZ\x90", "a program", "give a text, a page or records"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"SQLite format 3\0", "an SQLite database", "export its records as JSON lines"),
    (b"PAR1", "a Parquet table", "export its rows as JSON lines or CSV"),
    (b"WARC/", "a web archive", "give the pages in it, or their records as JSON lines"),
    (b"OggS", "a sound recording", "give a written text of it"),
    (b"ID3", "a sound recording", "give a written text of it"),
)


def unpacked(original: bytes) -> tuple[bytes, str, str]:
    """The bytes inside a gzip file, or the bytes themselves; with the cause and the cure where the packing is broken.

    A file that breaks off gives what could be unpacked, beside the cause. Gzip within gzip is opened up to three deep.
    """
    cause = cure = ""
    for _ in range(3):
        if not original.startswith(_GZIP) or cause:
            break
        original, cause, cure = _opened(original)
    if original.startswith(_GZIP) and not cause:
        return b"", "it is packed by gzip more than three times", "unpack it once"
    return original, cause, cure


def _opened(packed: bytes) -> tuple[bytes, str, str]:
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in _pieces(packed):
            size += len(piece)
            if size > LIMIT:
                return b"", f"it unpacks to more than {LIMIT >> 20} MB", "unpack it and split it into smaller files"
            pieces.append(piece)
    except (zlib.error, EOFError):
        return b"".join(pieces), "the gzip file is broken or breaks off", "fetch or pack it again"
    return b"".join(pieces), "", ""


def _pieces(packed: bytes) -> Iterator[bytes]:
    """The unpacked bytes step by step, over all members of the file; raises EOFError where it breaks off."""
    while packed:
        member = zlib.decompressobj(wbits=31)
        rest = packed
        while not member.eof:
            piece = member.decompress(rest, _STEP)
            rest = member.unconsumed_tail
            if not piece and not rest and not member.eof:
                raise EOFError
            yield piece
        # what follows a member is either the next one or padding
        packed = member.unused_data.lstrip(b"\0")


def foreign(original: bytes) -> tuple[str, str] | None:
    """What the bytes are, and the cure, where they are plainly no text: a picture, an archive, a program."""
    for sign, what, cure in _SIGNS:
        if original.startswith(sign):
            return what, cure
    if original[4:8] == b"ftyp":
        return "a film or a sound recording", "give a written text of it"
    if original.startswith(b"RIFF") and original[8:12] in (b"WAVE", b"AVI ", b"WEBP"):
        return "a picture, a film or a sound recording", "give a written text of it"
    return None
