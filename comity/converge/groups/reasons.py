"""Why there are groups, or why there are none, in words for somebody who has never heard of a likelihood."""

from dataclasses import dataclass

NOT_ASKED = (
    "Groups were not looked for: they are told only where they hold when people are drawn anew."
)

NOTHING = "There is too little to tell groups by: one statement, or no votes."

NO_AXIS = (
    "No groups: how much somebody agrees with everything, and how well liked a statement is, foretell votes that were"
    " held back as well as any axis between people does."
)


@dataclass(frozen=True)
class Shares:
    """How far a division comes again: adjusted Rand index at the median, at the tenth percentile, and by chance."""

    median: float
    tenth: float
    by_chance: float


def too_short(statements: int, *, wanted: int) -> str:
    """A division by so few statements would only say again how one or two of them were voted on."""
    return (
        f"Too few statements to tell groups by: {statements} were voted on, {wanted} are wanted. A division would only"
        " say again how one or two of them were voted on; read those."
    )


def too_few(people: int, *, wanted: int) -> str:
    """Too few have voted often enough."""
    return (
        f"Too few people to tell groups by: {people} have voted often enough, {wanted} are wanted."
    )


def one_bell(gain: float, error: float) -> str:
    """More bells do not foretell better."""
    return (
        "No groups: people differ along an axis, but stand on it as one bell-shaped crowd; more bells foretell no"
        f" better where people who were held back stand (gain {gain:.1f} ± {error:.1f})."
    )


def no_gap(bells: int, *, chance: float) -> str:
    """One crowd of some shape explains them; chance is how often one looks as parted."""
    return (
        f"No groups: {bells} bells foretell better than one, but no gap parts them. One crowd, lopsided or with long"
        f" tails, looks as parted as this in {100 * chance:.0f} of 100 cases: its ends differ, yet all between is"
        " filled."
    )


def not_again(told: Shares, *, wanted: tuple[float, float]) -> str:
    """Other people, another division."""
    return (
        "No groups: with people drawn anew the division comes out otherwise (adjusted Rand index"
        f" {told.median:.2f} at the median, {told.tenth:.2f} at the tenth percentile;"
        f" {wanted[0]:.2f} and {wanted[1]:.2f} are wanted)."
    )


def as_by_chance(told: Shares) -> str:
    """Chance alone makes divisions that come again as well."""
    return f"No groups: where votes are dealt out at random a division comes again as well ({told.by_chance:.2f})."


def there(count: int, *, told: Shares, outside: int) -> str:
    """They are there."""
    return (
        f"{count} groups: a gap parts them that one crowd of any shape would hardly have, and with people drawn anew"
        f" they come again (adjusted Rand index {told.median:.2f} at the median, {told.tenth:.2f} at the tenth"
        f" percentile; by chance {told.by_chance:.2f}). People who voted too little, or stand between: {outside}."
    )
