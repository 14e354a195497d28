from tests.desk.stores import house, store

__all__ = ["house", "store"]
