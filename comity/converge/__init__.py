"""Where positions meet: what unites a room, what divides it, which wording bridges, and how far to trust each finding.

Pure: no clock, no network, no chance and no files; bytes in, findings out. ``docs/converge.md`` says what is meant.
"""

from comity.converge.canonical import digest, spelled
from comity.converge.chart import chart
from comity.converge.engine import Converged, converge
from comity.converge.errors import Unreadable
from comity.converge.findings import Groups, findings
from comity.converge.picture import picture
from comity.converge.positions import Positions
from comity.converge.reading.blocs import read_blocs
from comity.converge.reading.formats import FORMATS, read_votes
from comity.converge.room import Blocs, blocs
from comity.converge.statistics import statistics
from comity.converge.wordings import compared

__all__ = [
    "FORMATS",
    "Blocs",
    "Converged",
    "Groups",
    "Positions",
    "Unreadable",
    "blocs",
    "chart",
    "compared",
    "converge",
    "digest",
    "findings",
    "picture",
    "read_blocs",
    "read_votes",
    "spelled",
    "statistics",
]
