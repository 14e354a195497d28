"""A file has one place in an act, and so one audience."""

from comity.store.blobs import named_in, named_twice

FILE = {"blob": "f" * 43, "length": 4, "media_type": "text/plain"}
OTHER = {"blob": "o" * 43, "length": 4, "media_type": "text/plain"}


def test_a_file_that_two_fields_name_is_named_by_the_second() -> None:
    assert named_twice([*named_in({"file": FILE, "title": "A paper", "words": FILE})]) == ["words"]
    assert named_twice([*named_in({"file": [FILE, FILE], "words": OTHER})]) == []
