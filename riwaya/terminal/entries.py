"""The pack rows that a name given by a user means."""

from riwaya.store.rows import plain
from riwaya.words.pack import shipped

ACTORS = ("actors", "outlets")
PLACES = ("places", "gazetteer")


def named(name: str, tables: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the rows that bear a name, Arabic or English, or have it as their id; none for no name."""
    wanted = plain(name)
    if not wanted:
        return ()
    return tuple(
        row.id
        for row in shipped()
        if row.table in tables and (row.id == name or wanted in map(plain, (row["en"], *row.names())))
    )
