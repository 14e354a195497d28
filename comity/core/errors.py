"""Two of the three ways to say no; the third, a refusal, is a value and not an error."""


class Malformed(ValueError):
    """What arrived cannot be read: it says what was expected and what was found."""

    def __init__(self, what: str, *, expected: str = "", found: str = "") -> None:
        self.what = what
        self.expected = expected
        self.found = found
        self.also: tuple[Malformed, ...] = ()
        """What else of the same cannot be read: whoever mends it is told all of it at once."""
        self.is_cut = False
        """True where there was so much of it that the rest was not looked at."""
        tail = f": expected {expected}, found {found}" if expected else ""
        super().__init__(f"{what}{tail}")

    @property
    def each(self) -> "tuple[Malformed, ...]":
        """Everything that cannot be read, this first."""
        return (self, *self.also)

    def __str__(self) -> str:
        rest = ["and more, which was not looked at"] if self.is_cut else []
        return "; ".join([*(str(error.args[0]) for error in self.each), *rest])


class Broken(RuntimeError):
    """The record or the program is wrong: stop, and tell the operator."""
