"""The names of the arrays that the engine works on."""

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Votes = NDArray[np.int8]
Codes = NDArray[np.int32]
Whole = NDArray[np.int64]
Words = NDArray[np.uint64]
Reals = NDArray[np.float64]
Flags = NDArray[np.bool_]
