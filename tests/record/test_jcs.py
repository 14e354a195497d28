import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record.jcs import canonical, number
from tests.record.shared import present, vectors

NUMBERS = {
    0.0: "0",
    5e-324: "5e-324",
    -5e-324: "-5e-324",
    1.7976931348623157e308: "1.7976931348623157e+308",
    9007199254740992.0: "9007199254740992",
    295147905179352830000.0: "295147905179352830000",
    1e21: "1e+21",
    1e-6: "0.000001",
    1e-7: "1e-7",
    333333333.33333329: "333333333.3333333",
    -123.456: "-123.456",
}


@present("jcs/input")
@pytest.mark.parametrize("given_file", vectors("jcs/input"), ids=lambda path: path.stem)
def test_every_vector_of_rfc_8785_has_its_bytes(given_file: Path) -> None:
    expected = given_file.parents[1] / "outhex" / f"{given_file.stem}.txt"
    assert canonical(json.loads(given_file.read_bytes())) == bytes.fromhex(expected.read_text())


@pytest.mark.parametrize("value", NUMBERS, ids=str)
def test_a_float_is_written_as_ecmascript_does(value: float) -> None:
    assert number(value) == NUMBERS[value]


def test_zero_has_no_sign() -> None:
    assert number(-0.0) == "0"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_written_float_reads_back_as_itself(value: float) -> None:
    assert float(number(value)) == value


@pytest.mark.parametrize("value", [float("inf"), float("nan"), object(), {"a": {1}}])
def test_what_json_cannot_hold_is_not_written(value: object) -> None:
    with pytest.raises(ValueError, match="JSON cannot hold"):
        canonical(value)


def test_keys_stand_in_the_order_of_utf_16() -> None:
    assert canonical({"\ufb33": 1, "\U0001f602": 2}) == '{"\U0001f602":2,"\ufb33":1}'.encode()
