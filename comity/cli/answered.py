"""What the desk answered, as a terminal hears it: a receipt, or a stop with every reason."""

from typing import TYPE_CHECKING

from comity.cli.screen import REFUSED, Stop

if TYPE_CHECKING:
    from comity.desk.outcome import Outcome, Receipt, Refused


def told(outcome: "Outcome") -> "Receipt":
    """Return the receipt; stop with every reason where the act is out of order."""
    from comity.desk.outcome import Conflict, Receipt  # noqa: PLC0415 — after the house is open

    match outcome:
        case Receipt():
            return outcome
        case Conflict():
            raise Stop(
                "this nonce was used for another act", code=REFUSED, facts={"conflict": True}
            )
    raise _refused(outcome)


def _refused(outcome: "Refused") -> Stop:
    from comity.desk.unknown import unknown  # noqa: PLC0415
    from comity.wording import says  # noqa: PLC0415

    told = [
        {
            "code": each.code,
            "rule": each.rule,
            "field": each.field,
            "facts": dict(each.facts),
            "says": str(says(each)),
        }
        for each in unknown(outcome) or outcome.refusals
    ]
    sentence = " ".join(f"{each['says']} ({each['code']})" for each in told)
    return Stop(f"not in order: {sentence}", code=REFUSED, facts={"refusals": told})
