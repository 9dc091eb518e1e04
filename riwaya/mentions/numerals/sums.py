"""Adding number words up: which word may follow which, and what they come to."""

OPEN = float("inf")
SUMMED = frozenset(("zero", "unit", "compound", "ten", "tens", "hundred", "hundreds", "scale", "scales", "dual"))


class Sum:
    """A numeral under way: closed scale groups, the group in hand (below 1000), and what may still come."""

    def __init__(self) -> None:
        self.total = 0.0
        self.group: float | None = None
        self.ranks: frozenset[str] = frozenset()
        self.scale = OPEN
        self.fresh = True
        self.compound = False

    def take(self, kind: str, value: float, joined: bool) -> bool:
        """Add one word if the numeral can hold it here."""
        begins = self.fresh or (joined and self.group is None)
        if kind == "zero":
            return self.fresh and self._add(value, "digits")
        if kind in ("unit", "ten", "compound"):
            if kind == "ten" and not joined and self.ranks and "tens" not in self.ranks and "unit" in self.ranks:
                return self._add(value, "tens")
            done = (begins or (joined and self.ranks == {"hundred"})) and self._add(value, "unit")
            self.compound = self.compound or (done and kind == "compound")
            return done and (kind != "ten" or self._add(0, "tens"))
        if kind == "tens":
            return (begins or (joined and "digits" not in self.ranks)) and self._add(value, "tens")
        if kind == "hundred" and not joined and self.group is not None and 1 <= self.group <= 9:
            self.group *= value
            self.ranks = frozenset(("hundred",))
            return True
        if kind in ("hundred", "hundreds"):
            return begins and self._add(value, "hundred")
        return self._scaled(kind, value, joined)

    def _scaled(self, kind: str, value: float, joined: bool) -> bool:
        if kind in ("scale", "scales") and not joined and self.group is not None and value < self.scale:
            self.total, self.group, self.scale = self.total + self.group * value, None, value
        elif kind in ("scale", "scales") and not joined and not self.fresh and self.group is None:
            if value <= self.scale:
                return False
            self.total, self.scale = self.total * value, value
        elif kind in ("scale", "dual") and (self.fresh or joined):
            unit = value / 2 if kind == "dual" else value
            if unit >= self.scale or (self.group is not None and unit >= 100):  # a dozen may follow a hundred
                return False
            self.total, self.group, self.scale = self.total + (self.group or 0) + value, None, unit
        else:
            return False
        self.ranks, self.fresh = frozenset(), False
        return True

    def start(self, value: float) -> None:
        """Begin with a number in digits."""
        self._add(value, "digits")

    def digits(self, value: float, joined: bool) -> bool:
        """Add a number in digits behind a scale or a hundred (ألفا و200)."""
        room = 100 if self.ranks == {"hundred"} else self.scale if self.group is None else 0
        if self.fresh or not (value < room) or (not joined and (self.group is not None or value >= 10)):
            return False
        return self._add(value, "digits")

    def _add(self, value: float, rank: str) -> bool:
        if rank in self.ranks:
            return False
        self.group = (self.group or 0) + value
        self.ranks |= {rank}
        self.fresh = False
        return True

    @property
    def value(self) -> float:
        """What the words add up to so far."""
        return self.total + (self.group or 0)
