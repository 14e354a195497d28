"""A list that a secretariat kept elsewhere is taken in: row by row, through the desk's one door."""

from comity.desk.intake.entering import Entered, For, enter, new_batch, stands_of, try_out, undo
from comity.desk.intake.kinds import KINDS
from comity.desk.intake.past import Happened
from comity.desk.intake.plan import Beside, Candidate, Left, Plan, plan
from comity.desk.intake.reading import columns_of, headings_of, template, template_book

__all__ = [
    "KINDS",
    "Beside",
    "Candidate",
    "Entered",
    "For",
    "Happened",
    "Left",
    "Plan",
    "columns_of",
    "enter",
    "headings_of",
    "new_batch",
    "plan",
    "stands_of",
    "template",
    "template_book",
    "try_out",
    "undo",
]
