"""The picture of a room as SVG: drawn here and not in a browser, with its text equivalent inside.

<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 640" role="img" aria-labelledby="title desc">…</svg>
"""

from collections.abc import Iterator
from xml.sax.saxutils import escape

import numpy as np

from comity.converge.arrays import Codes, Reals
from comity.converge.chart import Axis, Chart

WIDE, HIGH, EDGE = 900, 640, 70
REACH = 3.2
"""Standard deviations from the middle to the edge; whoever stands further out is drawn at the edge."""

CELL = 12
"""People are drawn as squares of this size, larger where there are more: a picture of a crowd, not of anybody."""

STYLE = """
.ground{fill:#fff}.line{stroke:#767676;stroke-width:1}.words{fill:#1b1b1b;font:15px sans-serif}
.words{paint-order:stroke;stroke:#fff;stroke-width:4px}
.g0{fill:#1f4e8c}.g1{fill:#b3541e}.g2{fill:#3d7a4b}.g3{fill:#7a3d78}.none{fill:#5a6472}
@media (prefers-color-scheme:dark){.ground{fill:#15181c}.line{stroke:#8b929b}.words{fill:#e8e8e8;stroke:#15181c}
.g0{fill:#8db8f0}.g1{fill:#f0a070}.g2{fill:#8fd0a0}.g3{fill:#d8a0d5}.none{fill:#aab4c0}}
"""


def picture(seen: Chart, *, reason: str) -> str:
    """Draw a chart. reason: what is said of groups, which stands below the picture and in its description."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" role="img"'
        ' aria-labelledby="title desc">'
    )
    lines = [
        head,
        f'<title id="title">Where {len(seen.place):,} people stand</title>',
        f'<desc id="desc">{escape(described(seen, reason=reason))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDE}" height="{HIGH}"/>',
        *_cross(),
        *_crowd(seen.place, seen.group),
        *_ends(seen),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def described(seen: Chart, *, reason: str) -> str:
    """Say in words what the picture shows."""
    across, up = (
        _spread(seen.place[:, at], words)
        for at, words in ((0, ("left", "right")), (1, ("below", "above")))
    )
    return (
        f"{_meaning(seen.across, 'left', 'right')} {across}"
        f" {_meaning(seen.upward, 'below', 'above')} {up}"
        f" {seen.left_out:,} people voted too seldom to be placed. {reason}"
    )


def _meaning(axis: Axis, low: str, high: str) -> str:
    if axis.is_leniency:
        return f"People {low} agree with less of everything, people {high} with more."
    if not (axis.up or axis.down):
        return f"Nothing parts people {low} from people {high}."
    parts = [
        f"people {side} agree with {_listed(names)} more than others do"
        for side, names in ((high, axis.up), (low, axis.down))
        if names
    ]
    words = "; ".join(parts)
    return f"{words[0].upper()}{words[1:]}."


def _listed(names: tuple[str, ...]) -> str:
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last


def _spread(place: Reals, words: tuple[str, str]) -> str:
    if not len(place) or not float(np.abs(place).max()):
        return ""
    low, high = (int((place < -1).sum()), int((place > 1).sum()))
    between = len(place) - low - high
    return f"{low:,} stand well {words[0]}, {between:,} between, {high:,} well {words[1]}."


def _cross() -> Iterator[str]:
    middle, centre = WIDE // 2, (HIGH - EDGE) // 2
    yield f'<line class="line" x1="{EDGE}" y1="{centre}" x2="{WIDE - EDGE}" y2="{centre}"/>'
    yield f'<line class="line" x1="{middle}" y1="{EDGE // 2}" x2="{middle}" y2="{HIGH - EDGE - EDGE // 2}"/>'


def _crowd(place: Reals, group: Codes) -> Iterator[str]:
    """Yield a square for each cell of the picture where a group's people stand, its area as their number."""
    column, row = _cells(place)
    for own in sorted(set(group.tolist())):
        here = group == own
        at, many = np.unique(
            np.stack([column[here], row[here]], axis=1), axis=0, return_counts=True
        )
        most = max(float(many.max()), 4.0)
        kind = f"g{own % 4}" if own >= 0 else "none"
        for (x, y), count in zip(at.tolist(), many.tolist(), strict=True):
            side = CELL * (0.25 + 0.75 * (count / most) ** 0.5)
            left, top = (x + 0.5) * CELL - side / 2, (y + 0.5) * CELL - side / 2
            yield (
                f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" width="{side:.1f}" height="{side:.1f}"/>'
            )


def _cells(place: Reals) -> tuple[Codes, Codes]:
    half, tall = WIDE / 2 - EDGE, (HIGH - EDGE) / 2 - EDGE / 2
    x = WIDE / 2 + np.clip(place[:, 0] / REACH, -1, 1) * half
    y = (HIGH - EDGE) / 2 - np.clip(place[:, 1] / REACH, -1, 1) * tall
    return (x // CELL).astype(np.int32), (y // CELL).astype(np.int32)


def _ends(seen: Chart) -> Iterator[str]:
    """Yield what the ends of the axes mean, written at them."""
    right, left = _short(seen.across, "more of everything", "less of everything")
    top, bottom = _short(seen.upward, "more of everything", "less of everything")
    below = HIGH - EDGE + 4
    yield _text(WIDE - EDGE, below, "end", f"{right} →" if right else "")
    yield _text(EDGE, below, "start", f"← {left}" if left else "")
    yield _text(WIDE // 2 + 8, EDGE // 2 + 4, "start", top)
    yield _text(WIDE // 2 + 8, HIGH - EDGE - EDGE // 2 - 2, "start", bottom)
    yield _text(EDGE, HIGH - EDGE // 2, "start", _key(seen))


def _short(axis: Axis, more: str, less: str) -> tuple[str, str]:
    if axis.is_leniency:
        return f"agree with {more}", f"agree with {less}"
    return tuple(  # type: ignore[return-value]  # two names, two texts
        f"agree with {_listed(names)}" if names else "" for names in (axis.up, axis.down)
    )


def _key(seen: Chart) -> str:
    groups = sorted({at for at in seen.group.tolist() if at >= 0})
    told = f"{len(seen.place):,} people; a larger square is more of them"
    if not groups:
        return f"{told}. No groups are told."
    sizes = ", ".join(f"{at}: {int((seen.group == at).sum()):,}" for at in groups)
    return f"{told}. Groups {sizes}."


def _text(x: float, y: float, anchor: str, words: str) -> str:
    return f'<text class="words" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
