import numpy as np
import pytest

from comity.converge.model.small import halves, inverse, products, square, times
from tests.converge.simulated import chance


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_every_matrix_is_inverted_and_stays_as_it_was(size: int) -> None:
    half = chance(size).standard_normal((50, size, size))
    matrices = half @ half.transpose(0, 2, 1) + 0.1 * np.eye(size)
    layers = matrices.transpose(1, 2, 0).copy()
    assert np.allclose(inverse(layers).transpose(2, 0, 1), np.linalg.inv(matrices))
    assert layers.tolist() == matrices.transpose(1, 2, 0).tolist()


def test_a_lower_half_makes_the_whole() -> None:
    columns = chance(1).standard_normal((3, 20))
    whole = columns[:, None] * columns
    assert square(products(columns), 3).tolist() == whole.tolist()
    assert halves(whole).tolist() == products(columns).tolist()
    assert np.allclose(times(whole, columns), columns * (columns * columns).sum(axis=0))


def test_of_nobody_there_is_nothing() -> None:
    assert inverse(np.zeros((3, 3, 0))).shape == (3, 3, 0)
    assert square(products(np.zeros((0, 5))), 0).shape == (0, 0, 5)
