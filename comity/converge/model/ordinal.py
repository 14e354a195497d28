"""How likely each answer is: adjacent-category logits of disagree, pass and agree.

    log P(agree) - log P(pass)    =  eta - c          eta = alpha[i] + beta[j] + theta[i] · gamma[j]
    log P(pass)  - log P(disagree) = eta + c

i is a person, j a statement; c[j] is how readily the statement is passed on. A vote in {-1, 0, 1} is then a member of
an exponential family whose natural parameter is eta, so what each person and each statement wants are sums of votes.
Source: A. Agresti, Analysis of Ordinal Categorical Data (2010), section 4.1; G. Masters, A Rasch model for partial
credit scoring, Psychometrika 47 (1982).
"""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals

FAR = 15.0
"""Beyond this eta an answer is certain, as far as doubles can tell."""


@dataclass(frozen=True)
class Answers:
    """(votes,) what is expected of each vote.

    mean      of the vote, in -1 to 1
    spread    its variance
    passes    the chance of a pass
    """

    mean: Reals
    spread: Reals
    passes: Reals


def answers(eta: Reals, still: Reals) -> Answers:
    """Return what is expected at eta, where still is exp(c) of each vote's statement."""
    up = np.clip(eta, -FAR, FAR)
    np.exp(up, out=up)
    agrees = up * up
    disagrees = still * up
    disagrees += agrees
    disagrees += 1
    np.reciprocal(disagrees, out=disagrees)
    agrees *= disagrees
    mean = agrees - disagrees
    agrees += disagrees  # from here on, whoever does not pass
    np.multiply(mean, mean, out=up)
    return Answers(mean, np.subtract(agrees, up, out=up), np.subtract(1, agrees, out=agrees))


def likely(eta: Reals, still: Reals, vote: Reals) -> Reals:
    """Return (votes,) the chance that is given at eta to what was said."""
    up = np.exp(np.clip(eta, -FAR, FAR))
    down = 1 / up
    said = np.where(vote == 0, still, np.where(vote > 0, up, down))
    found: Reals = said / (up + down + still)
    return found
