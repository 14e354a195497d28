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


def answers(eta: Reals, passing: Reals) -> Answers:
    """Return what is expected at eta, where passing is c of each vote's statement."""
    up = np.exp(np.clip(eta, -FAR, FAR))
    down = 1 / up
    still = np.exp(passing)
    whole = up + down + still
    mean = (up - down) / whole
    passes = still / whole
    return Answers(mean, 1 - passes - mean * mean, passes)


def surprise(eta: Reals, passing: Reals, vote: Reals) -> Reals:
    """Return (votes,) minus the logarithm of the chance that was given to what was said."""
    near = np.clip(eta, -FAR, FAR)
    up = np.exp(near)
    whole = up + 1 / up + np.exp(passing)
    found: Reals = np.log(whole) - vote * near - np.where(vote == 0, passing, 0.0)
    return found
