"""Where each person stands, as far as the votes tell: a likelihood for each, which may be flat."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals, Whole


@dataclass(frozen=True)
class Places:
    """Each person's likelihood of standing at theta, proportional to exp(pull · theta - theta' sharp theta / 2).

    pull    (people, dimensions)
    sharp   (people, dimensions, dimensions) precision; nothing but noughts where somebody said nothing
    """

    pull: Reals
    sharp: Reals

    def __len__(self) -> int:
        return len(self.pull)

    def only(self, people: Whole) -> "Places":
        """Return some of them."""
        return Places(self.pull[people], self.sharp[people])

    def along(self, line: Reals) -> "Places":
        """Return where they stand on a line through the middle, other axes being as the normal prior has them.

        line: (dimensions,) of length 1.
        """
        many = len(line)
        unsure = np.linalg.inv(self.sharp + np.eye(many))
        spread = np.einsum("k,nkl,l->n", line, unsure, line)
        middle = np.einsum("k,nkl,nl->n", line, unsure, self.pull)
        sharp = np.maximum(1 / spread - 1, 0.0)
        return Places((middle / spread)[:, None], sharp[:, None, None])


def places(stand: Reals, unsure: Reals) -> Places:
    """Take the N(0, 1) prior out of where the model put people.

    stand: (people, 1 + dimensions) alpha and theta; unsure: their covariance. Alpha is integrated out.
    """
    precise = np.linalg.inv(unsure[:, 1:, 1:])
    pull = np.einsum("nkl,nl->nk", precise, stand[:, 1:])
    sharp = precise - np.eye(stand.shape[1] - 1)
    return Places(pull, sharp)
