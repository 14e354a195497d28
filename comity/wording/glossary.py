"""The field's own words, each with its meaning in a sentence or two: what stands behind a term on its first use.

A term is written once here and means the same on every page, in every letter and in the documents.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comity.core.errors import Broken


@dataclass(frozen=True)
class Term:
    """One word of the field."""

    id: str
    called: Promise
    means: Promise


@dataclass(frozen=True)
class Chapter:
    """The terms of one part of the work, in the order in which a newcomer meets them."""

    title: Promise
    terms: tuple[Term, ...]


CHAPTERS = (
    Chapter(
        _("Who takes part"),
        (
            Term(
                "party",
                _("party"),
                _(
                    "A state, company, organization or other body that takes part in decisions. The word has "
                    "no treaty meaning here."
                ),
            ),
            Term(
                "observer",
                _("observer"),
                _(
                    "Who may attend and follow, but has no voice in a decision: an observer never breaks a "
                    "silence."
                ),
            ),
            Term(
                "delegation",
                _("delegation"),
                _("The people whom a party sends to a meeting."),
            ),
            Term(
                "mandate",
                _("mandate"),
                _(
                    "What one person may do for one party, from one day to another: speak, endorse, nominate "
                    "contacts, administer or record. Each is given by itself."
                ),
            ),
            Term(
                "seat",
                _("seat"),
                _(
                    "A person’s place in a body, as chair, co-chair, member or another role, between two "
                    "dates. Where a source knows only one day, the seat is attested on that day."
                ),
            ),
            Term(
                "body",
                _("body"),
                _(
                    "A commission, conference or group that meets, under an attribution rule of its own."
                ),
            ),
            Term(
                "breakthrough-group",
                _("breakthrough group"),
                _(
                    "A voluntary team from governments, companies and technical specialists that devises "
                    "concrete improvements and then argues for them."
                ),
            ),
            Term(
                "terms-of-reference",
                _("terms of reference"),
                _(
                    "What a group is for: its purpose and task, until when, to whom it reports and who may "
                    "change that. Other programmes call it the group’s mandate."
                ),
            ),
        ),
    ),
    Chapter(
        _("In the room"),
        (
            Term(
                "track",
                _("track"),
                _(
                    "Track 1 is a meeting of officials, track 2 of people who are none, track 1.5 of both."
                ),
            ),
            Term(
                "attribution-rule",
                _("attribution rule"),
                _(
                    "What of a meeting may be told outside it: everything (on the record), the words without "
                    "the people (Chatham House Rule), or nothing (closed)."
                ),
            ),
            Term(
                "chatham-house-rule",
                _("Chatham House Rule"),
                _(
                    "Those who were there may use what was said, but reveal neither who said it, nor for whom "
                    "they spoke, nor who else was there."
                ),
            ),
            Term(
                "outcome",
                _("outcome"),
                _("What a meeting came to, written down so that later words can follow from it."),
            ),
            Term(
                "paper",
                _("paper"),
                _("A document filed under a symbol for a body or a meeting."),
            ),
        ),
    ),
    Chapter(
        _("From words to a text"),
        (
            Term(
                "rolling-text",
                _("rolling text"),
                _(
                    "The one current text, issued anew after each round with everything that was proposed in "
                    "it."
                ),
            ),
            Term(
                "paragraph",
                _("paragraph"),
                _(
                    "The unit of a text that can be agreed, proposed upon or reserved against. Preambular "
                    "paragraphs say why, operative ones say what."
                ),
            ),
            Term(
                "proposal",
                _("proposal"),
                _(
                    "Other words for a paragraph, a new paragraph, or the wish to leave one out, put forward "
                    "by a party and decided with the text."
                ),
            ),
            Term(
                "bracket",
                _("bracket"),
                _(
                    "Square brackets around words that are not agreed. They mark where the text stands and "
                    "are no part of it; the alternatives stand beside each other."
                ),
            ),
            Term(
                "position",
                _("position"),
                _(
                    "Where a party stands on a paragraph or proposal: support, can live with, concern, "
                    "oppose, or awaiting instructions."
                ),
            ),
            Term(
                "ad-referendum",
                _("agreed ad referendum"),
                _("Agreed by those in the room, subject to their capitals or headquarters."),
            ),
            Term(
                "parked",
                _("parked"),
                _("Set aside for now, so that the rest can go on."),
            ),
            Term(
                "agreed-language",
                _("agreed language"),
                _(
                    "Words taken from a text that stands adopted: cheap to accept, costly to reopen."
                ),
            ),
        ),
    ),
    Chapter(
        _("How a text comes to stand"),
        (
            Term(
                "silence-procedure",
                _("silence procedure"),
                _(
                    "A text is put to those who are asked until an exact second. If one of them objects in "
                    "time, it is not adopted by this; if nobody does, the chair may declare it adopted as of "
                    "that second."
                ),
            ),
            Term(
                "break-silence",
                _("break silence"),
                _("To object in time. One objection is enough, and it need give no reason."),
            ),
            Term(
                "electorate",
                _("those asked"),
                _(
                    "The parties whose silence or answer counts. They are fixed when a procedure opens and do "
                    "not change while it runs."
                ),
            ),
            Term(
                "consensus",
                _("consensus"),
                _("Nobody objects. That is not the same as everybody agreeing."),
            ),
            Term(
                "level-of-agreement",
                _("level of agreement"),
                _(
                    "How far a text is agreed, as the chair declares it with a reason: consensus, no "
                    "objection received, general agreement, or with reservations. The software never declares "
                    "it."
                ),
            ),
            Term(
                "adoption",
                _("adoption"),
                _(
                    "The chair’s declaration that a text stands, dated at the second in which the silence "
                    "ended or the decision was taken."
                ),
            ),
            Term(
                "reservation",
                _("reservation"),
                _(
                    "A recorded limit to what a party accepts. It stays attached to the paragraph, on screen "
                    "and on paper."
                ),
            ),
            Term(
                "interpretative-statement",
                _("interpretative statement"),
                _("How a party understands the words that it accepts."),
            ),
            Term(
                "explanation-of-position",
                _("explanation of position"),
                _("A party’s statement, for the record, of why it joined a decision or did not."),
            ),
        ),
    ),
    Chapter(
        _("What a programme issues"),
        (
            Term(
                "call",
                _("call"),
                _("A short public appeal for one norm."),
            ),
            Term(
                "norm",
                _("norm"),
                _(
                    "A voluntary, non-binding statement of the conduct that is expected. It replaces no "
                    "obligation under international law. Norms are put forward, not proclaimed."
                ),
            ),
            Term(
                "recommendation",
                _("recommendation"),
                _(
                    "A clear statement of who should do what, with the problem, what it takes, other ways, "
                    "the next steps and how progress would be seen."
                ),
            ),
            Term(
                "report",
                _("report"),
                _("A published document that carries recommendations or norms."),
            ),
            Term(
                "edition",
                _("edition"),
                _(
                    "A report as it was issued at one time in one language: as a draft for comment, first, "
                    "revised, corrected or translated. A later one takes an earlier one’s place, and takes "
                    "it away from nobody."
                ),
            ),
            Term(
                "crosswalk",
                _("crosswalk"),
                _(
                    "Which norms of different instruments stand close to one another, and whose judgement "
                    "that is."
                ),
            ),
        ),
    ),
    Chapter(
        _("What becomes of it"),
        (
            Term(
                "endorsement",
                _("endorsement"),
                _(
                    "A party publicly backs a text, norm, call, report or recommendation: the whole, a part, "
                    "or with a reservation."
                ),
            ),
            Term(
                "supporter",
                _("supporter, partner"),
                _(
                    "Who is named by the programme as standing behind it. That is not an endorsement of any "
                    "text."
                ),
            ),
            Term(
                "commitment",
                _("commitment"),
                _("What a party says it will do, and by when."),
            ),
            Term(
                "evidence",
                _("evidence"),
                _(
                    "What shows that something was done. Where there is none, that is not a failure; it is "
                    "only not reported."
                ),
            ),
            Term(
                "advocacy",
                _("advocacy"),
                _(
                    "Carrying a text to a ministry, a board or another place where it could be taken up, and "
                    "noting what came of it."
                ),
            ),
        ),
    ),
    Chapter(
        _("Staying in touch"),
        (
            Term(
                "contact",
                _("point of contact"),
                _(
                    "The office or officer whom a party names to be reached when something breaks, nominated "
                    "only by those who may."
                ),
            ),
            Term(
                "contact-check",
                _("contact check"),
                _(
                    "Asking a contact, through one channel and by a stated time, to answer. Seen is not "
                    "answered."
                ),
            ),
            Term(
                "confidence-building-measure",
                _("confidence-building measure"),
                _(
                    "A voluntary step against misperception and escalation, such as naming points of contact "
                    "and trying them."
                ),
            ),
        ),
    ),
    Chapter(
        _("The record"),
        (
            Term(
                "act",
                _("act"),
                _(
                    "Something that a person did on behalf of a party. Acts are the only thing that changes "
                    "anything, and all of them stand in the record."
                ),
            ),
            Term(
                "recorded",
                _("recorded"),
                _(
                    "Entered from a source, for what happened elsewhere or before. It never counts as the act "
                    "of anybody whom it names."
                ),
            ),
            Term(
                "audience",
                _("audience"),
                _(
                    "Who may see a part of an act. It is decided when the act is made, signed with it, and "
                    "told in words before it is sent."
                ),
            ),
            Term(
                "sealed",
                _("sealed"),
                _("There, provably, but not to be seen by you."),
            ),
            Term(
                "erased",
                _("erased"),
                _(
                    "Removed for good at somebody’s right. The record says by which act, and every proof "
                    "stays valid."
                ),
            ),
            Term(
                "strike",
                _("struck"),
                _(
                    "Marked as entered in error, with the reason. It counts nowhere and still stands, struck "
                    "through."
                ),
            ),
            Term(
                "receipt",
                _("receipt"),
                _(
                    "What you get for an act: a file that shows, without us and for ever, what was received "
                    "and when."
                ),
            ),
            Term(
                "checkpoint",
                _("checkpoint"),
                _(
                    "The head of the record at one size, signed by the host. Two people who compare theirs "
                    "see whether they were shown the same history."
                ),
            ),
            Term(
                "exercise",
                _("exercise"),
                _(
                    "Practice among parties who play a part. What is done in it counts nowhere outside."
                ),
            ),
        ),
    ),
)


def all_terms() -> Iterator[Term]:
    """Yield every term, chapter after chapter."""
    for chapter in CHAPTERS:
        yield from chapter.terms


def term(name: str) -> Term:
    """Return a term by its id; raise Broken where there is none, which is an error in a template."""
    for each in all_terms():
        if each.id == name:
            return each
    raise Broken(f"no term {name!r} in the glossary")
