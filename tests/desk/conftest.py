from tests.desk.stores import builds, built, house, postgresql_database, store, vendor

__all__ = ["builds", "built", "house", "postgresql_database", "store", "vendor"]
