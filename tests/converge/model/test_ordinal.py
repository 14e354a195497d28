import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.ordinal import answers, likely

ETA = np.linspace(-3, 3, 13)
PASSING = np.full(13, -0.4)
SMALL = 1e-6


def surprise(eta: Reals, passing: Reals, vote: Reals) -> Reals:
    return np.asarray(-np.log(likely(eta, np.exp(passing), vote)))


def test_the_chances_of_the_three_answers_make_one() -> None:
    chances = [np.exp(-surprise(ETA, PASSING, np.full(13, vote))) for vote in (-1.0, 0.0, 1.0)]
    assert np.allclose(sum(chances), 1)
    expected = answers(ETA, np.exp(PASSING))
    assert np.allclose(expected.mean, chances[2] - chances[0])
    assert np.allclose(expected.passes, chances[1])
    assert np.allclose(expected.spread, chances[2] + chances[0] - expected.mean**2)


def test_what_a_vote_pulls_is_the_slope_of_its_surprise() -> None:
    for vote in (-1.0, 0.0, 1.0):
        said = np.full(13, vote)
        rise = surprise(ETA + SMALL, PASSING, said) - surprise(ETA - SMALL, PASSING, said)
        assert np.allclose(rise / (2 * SMALL), answers(ETA, np.exp(PASSING)).mean - said, atol=1e-6)
        rise = surprise(ETA, PASSING + SMALL, said) - surprise(ETA, PASSING - SMALL, said)
        passes = answers(ETA, np.exp(PASSING)).passes - (vote == 0)
        assert np.allclose(rise / (2 * SMALL), passes, atol=1e-6)


def test_one_step_on_the_scale_is_one_step_of_log_odds() -> None:
    agree, passed = (surprise(ETA, PASSING, np.full(13, vote)) for vote in (1.0, 0.0))
    assert np.allclose(passed - agree, ETA - PASSING)
