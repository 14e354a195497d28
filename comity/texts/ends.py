"""What two texts share at either end, in characters: a change of one word in 10 MB needs no second cut of 10 MB.

old   States shall report | annually and ... | to the Conference.
new   States shall report | every year and ... | to the Conference.
                         head             tail
"""

from collections.abc import Iterator

from comity.texts.tokens import seams

BLOCK = 1 << 16
"""Characters that are held against each other at once."""
NEAR = 1 << 10
"""Characters in which a seam is first sought, and by which a tail is first moved on."""


def shared_head(old: str, new: str) -> int:
    """Return a seam up to which both are the same, 0 where there is none."""
    return seam_before(old, same_from_start(old, new))


def shared_tails(old: str, new: str, head: int) -> Iterator[tuple[int, int]]:
    """Yield seams from which on both are the same, each farther on than the last, and then both ends."""
    longer = len(new) - len(old)
    at = len(old) - same_from_end(old[head:], new[head:])
    # From a little farther on, since what reaches the very end of what is looked at might belong behind it.
    found = seams().search(old, at + NEAR)
    while found:
        end = found.end()
        yield end, end + longer
        found = seams().search(old, end + NEAR + 4 * (end - head))
    yield len(old), len(new)


def seam_before(text: str, at: int) -> int:
    """Return the last seam before a place, 0 where there is none."""
    reach = NEAR
    while True:
        start = max(0, at - reach)
        found = [each.end() for each in seams().finditer(text, start, at)]
        if found or not start:
            return found[-1] if found else 0
        reach *= 4


def same_from_start(old: str, new: str) -> int:
    """Return how many characters in front are the same."""
    most, count, step = min(len(old), len(new)), 0, BLOCK
    while step:
        if count + step <= most and old[count : count + step] == new[count : count + step]:
            count += step
        else:
            step //= 2
    return count


def same_from_end(old: str, new: str) -> int:
    """Return how many characters at the end are the same."""
    most, count, step = min(len(old), len(new)), 0, BLOCK
    while step:
        end, other = len(old) - count, len(new) - count
        if count + step <= most and old[end - step : end] == new[other - step : other]:
            count += step
        else:
            step //= 2
    return count
