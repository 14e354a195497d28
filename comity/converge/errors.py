"""What a file of votes that cannot be read is answered with: one sentence that names the line and the column."""


class Unreadable(ValueError):
    """Votes, blocs or findings cannot be taken: what is wrong, on which line, in which column.

    votes.csv: line 7, column 12 (statement 5): 'maybe' is no vote; …
    """

    def __init__(self, what: str, *, line: int = 0, column: int = 0, called: str = "") -> None:
        self.what = what
        self.line = line
        self.column = column
        place = f"line {line}" if line else ""
        place += f", column {column}" if column else ""
        place += f" ({called})" if called else ""
        super().__init__(f"{place}: {what}" if place else what)
