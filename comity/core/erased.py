"""What stands where words were erased by law: neither the words nor their absence."""

from typing import Final, final


@final
class Erased:
    """The one value that says: something stood here and was erased."""

    _only: "Erased | None" = None

    def __new__(cls) -> "Erased":
        """Return the only one there is, so that `is` tells it apart."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self) -> str:
        return "ERASED"

    def __bool__(self) -> bool:
        """Be true: erased words are not missing words."""
        return True

    def __reduce__(self) -> str:
        return "ERASED"


ERASED: Final = Erased()

Free = str | Erased
"""Words that a person typed and the law may take away again."""


def pick(words: tuple[str, ...] | Erased, place: int) -> Free:
    """Return the words at one place; where all were erased, each is."""
    return words if isinstance(words, Erased) else words[place]
