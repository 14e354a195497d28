"""Both sources stand."""

import pytest

from comity.core.errors import Malformed
from comity.core.programme import Claim, Difference
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong


def claims(one: str, other: str, *, second: str = "b") -> list[dict[str, str]]:
    return [{"says": one, "source": "a"}, {"says": other, "source": second}]


KIND = "programme.note-source-difference"

WRONG = (
    wrong("where both say the same", "no-difference", claims=claims("May", "May")),
    wrong(
        "of one source with itself", "same-source-twice", claims=claims("May", "June", second="a")
    ),
    wrong("where one says nothing", "claim-incomplete", claims=claims("May", " ")),
    wrong("from no source", "claim-incomplete", claims=claims("May", "June", second="")),
    wrong("about nothing known", "no-such-call", about="call/nothing"),
    wrong("about what cannot be", "no-such-thing", about="dream/nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_both_claims_stand() -> None:
    assert scene().do(lawful(KIND)).things["difference/call-date"] == Difference(
        id="call-date",
        about="call/call-core",
        claims=(Claim("November 2017", "a"), Claim("May 2018", "b")),
    )


def test_one_claim_is_no_difference() -> None:
    with pytest.raises(Malformed):
        lawful(KIND, claims=[{"says": "May", "source": "a"}])
