"""What Django must be told so that its connection suits the store."""

from comity.store.database import SQLITE_SETTINGS

__all__ = ["SQLITE_SETTINGS"]
