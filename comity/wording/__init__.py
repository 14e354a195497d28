"""The sentences of the house: minutes, refusals, and what a signer must know before.

minutes(deed, names=…, reader=…)   the sentence of an act, as HTML with links
minutes_text(deed, …)              the same in plain words, for letters, feeds and the terminal
names_for(look, deeds)             the names that these sentences need, in a few questions to the desk
title(kind), button(kind)          the heading of an act's form, and what its button says
before(kind), labels(kind)         what the signer must know; the label and hint of every field
says(refusal)                      why an act is out of order, and what can be done
who_sees(audiences, …)             who will see it, in words
phrase(cell)                       a value, or that it is withheld, or erased
name_of(value)                     the words for one of a closed list
date, moment, deadline, duration   times that cannot be misread
"""

from comity.wording.called import name as called
from comity.wording.enums import audience_name, name_of
from comity.wording.minutes import aloud, minutes, minutes_text
from comity.wording.phrases import named, part_says, phrase, speak
from comity.wording.refusals import says
from comity.wording.seen_by import only_these, under_each_mark, who_sees
from comity.wording.sentences import before, button, labels, part_label, title
from comity.wording.things import NO_NAMES, Names, address, names_for
from comity.wording.times import (
    ANYBODY,
    Reader,
    at_night,
    clock,
    date,
    deadline,
    duration,
    moment,
    own_time,
    place,
    span,
)

__all__ = [
    "ANYBODY",
    "NO_NAMES",
    "Names",
    "Reader",
    "address",
    "aloud",
    "at_night",
    "audience_name",
    "before",
    "button",
    "called",
    "clock",
    "date",
    "deadline",
    "duration",
    "labels",
    "minutes",
    "minutes_text",
    "moment",
    "name_of",
    "named",
    "names_for",
    "only_these",
    "own_time",
    "part_label",
    "part_says",
    "phrase",
    "place",
    "says",
    "span",
    "speak",
    "title",
    "under_each_mark",
    "who_sees",
]
