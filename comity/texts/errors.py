"""What a text that cannot be read is answered with: one sentence that names the file, the part and the place."""


class Unreadable(ValueError):
    """A text, a proposal or a file cannot be taken: what is wrong, in which part, at which place.

    annex.docx: word/document.xml: line 1, column 60: an entity is declared
    """

    def __init__(self, what: str, *, part: str = "", place: str = "", file: str = "") -> None:
        self.what = what
        self.part = part
        self.place = place
        self.file = file
        super().__init__(": ".join(word for word in (file, part, place, what) if word))

    def within(self, file: str) -> "Unreadable":
        """Return the same, said of a file."""
        return Unreadable(self.what, part=self.part, place=self.place, file=self.file or file)
