"""What a reader need not believe, and what they still must: as docs/trust.md says, in the reader's language."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe


@dataclass(frozen=True)
class Claim:
    """One thing that can be checked, or cannot."""

    title: Promise
    says: Promise


@dataclass(frozen=True)
class Section:
    """Some of them under a heading."""

    title: Promise
    claims: tuple[Claim, ...]
    after: Promise | str = ""


SECTIONS = (
    Section(
        _("What you can check yourself"),
        (
            Claim(
                _("Nothing was changed, removed, reordered or slipped in."),
                _(
                    "Every act is a leaf of a Merkle tree whose head the host signs. “comity verify” recomputes it "
                    "from the files alone, without a database and without us."
                ),
            ),
            Claim(
                _("What was said, and when it was received."),
                _(
                    "Your receipt carries your act with its salts, the host’s stamp of receipt and a proof that both "
                    "stand in the tree. It holds offline and for ever."
                ),
            ),
            Claim(
                _("Who may see what."),
                _(
                    "The audience of each part is signed with the act. A host cannot widen it unnoticed: only an act "
                    "of opening does, and that stands in the record too."
                ),
            ),
            Claim(
                _("That something is withheld."),
                _(
                    "Sealed parts are counted, not hidden. Neither their number nor their kind tells an objection from "
                    "an invitation."
                ),
            ),
            Claim(_("That something was erased"), _("and by which act, though never what.")),
        ),
    ),
    Section(
        _("What a dishonest host can still do"),
        (
            Claim(_("Read"), _("whatever is not end-to-end encrypted, which today is everything.")),
            Claim(
                _("Refuse or delay"),
                _(
                    "an act. Your receipt proves that it took yours; nothing proves that it did not take your "
                    "neighbour’s."
                ),
            ),
            Claim(
                _("Attest in another’s name."),
                _(
                    "Unless a person or party signs with a key of their own, the record rests on the host’s word that "
                    "it had signed them in. Pages say which it was: “attested by the host” or “signed with the party’s "
                    "key”."
                ),
            ),
            Claim(
                _("Show two histories to two parties."),
                _(
                    "Each would be consistent in itself. Compare checkpoints with somebody you do not get them from; "
                    "every act of yours names the newest one you had seen, which ties the host to it."
                ),
            ),
            Claim(
                _("Judge membership wrongly"),
                _(
                    "when it serves pages. What it shows you can be compared with an export; what it shows to others "
                    "cannot."
                ),
            ),
        ),
        _(
            "The cures are witnesses who co-sign checkpoints, mirrors run by others, signed promises of intake and "
            "keys held by the parties. They come next, and nothing in the format stands in their way."
        ),
    ),
    Section(
        _("What erasure cannot do"),
        (),
        _(
            "Erasing removes the words from every byte of the host’s data folder. It cannot recall copies: exports, "
            "receipts, printed pages, other people’s memories, backups taken earlier."
        ),
    ),
)


@require_safe
def trust(request: HttpRequest) -> HttpResponse:
    """Show it."""
    request.door = "record"  # type: ignore[attr-defined]
    return render(request, "trust.html", {"page": {"sections": SECTIONS, "scope": ""}})
