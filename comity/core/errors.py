"""Two of the three ways to say no; the third, a refusal, is a value and not an error."""


class Malformed(ValueError):
    """What arrived cannot be read: it says what was expected and what was found."""

    def __init__(self, what: str, *, expected: str = "", found: str = "") -> None:
        self.what = what
        self.expected = expected
        self.found = found
        tail = f": expected {expected}, found {found}" if expected else ""
        super().__init__(f"{what}{tail}")


class Broken(RuntimeError):
    """The record or the program is wrong: stop, and tell the operator."""
