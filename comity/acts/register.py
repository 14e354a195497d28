"""Every kind of act there is: importing the rooms is what registers them."""

import importlib
import pkgutil

from comity import acts
from comity.core.act import Act, kinds
from comity.core.once import once


@once
def load() -> dict[str, type[Act]]:
    """Import every kind and return all, by name with version, in the order of their names."""
    for found in pkgutil.walk_packages(acts.__path__, acts.__name__ + "."):
        importlib.import_module(found.name)
    return dict(sorted(kinds().items()))
