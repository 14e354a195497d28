"""A privacy notice to begin with: what the program keeps of people, as its register says, in words to be adapted.

What the operator has to fill in stands in square brackets. It is plain text, since the page that shows it is.
"""

from collections.abc import Iterator, Mapping

from comity.core.act import Act
from comity.wording.processing import AGES, BESIDE, OTHERWISE, activities

MONTH = "within a month"
"""When what people ask about what is held of them is answered; the secretariat's desk counts it."""


def notice(kinds: Mapping[str, type[Act]]) -> str:
    """Write the notice, in paragraphs of plain text."""
    return "\n\n".join([*_who(), *_record(kinds), *_beside(), *_rights(), *_limits()]) + "\n"


def page(kinds: Mapping[str, type[Act]]) -> str:
    """Write the notice as a page of the documentation."""
    return f"{HEAD}\n{notice(kinds)}"


HEAD = """\
# Privacy notice, to be adapted

Written from the register of kinds and of what stands beside the record; a test keeps them equal. Fill in what stands in
square brackets, take out what does not apply, and have it read by whoever advises you: it says what the program
does, and not what your law asks. `/privacy` offers it to the secretariat to begin with.
"""


def _who() -> Iterator[str]:
    yield "Who answers for it"
    yield (
        "[Name of the organization, address] runs this programme and is the controller of what is "
        "kept in it. Write to [address for such questions], or to our data-protection officer, "
        "[name and address, where there is one]. [Name of whoever runs the server, and in which "
        "country] keeps it for us and does with it what we say."
    )
    yield "On what basis"
    yield (
        "We keep it to run a programme of cooperation between parties who must be able to check "
        "who did what, for whom and when: [our task in the public interest / our legitimate "
        "interest / our contract with you]. What you state by a form without taking part, you "
        "state with your consent: [article 6(1)(a) of the GDPR, or what your law says]. Where "
        "something tells of your health, as when you need a ramp, it is there because you asked us "
        "to see to it."
    )


def _record(kinds: Mapping[str, type[Act]]) -> Iterator[str]:
    yield "What stands in the record"
    yield (
        "Every act says who did it (an identifier that means nothing elsewhere), for which party "
        "and when. Names, offices, contact data, free words and files stand in it only where an "
        "act needs them. Who may read each part is said before it is sent, and stands with it. It "
        "is looked at again after these times, and erased where it is no longer needed:"
    )
    titles = {each.kind: each for each in activities(kinds)}
    lines = [
        f"- {titles[kind].title} ({', '.join(titles[kind].fields.values())}): {age}."
        for kind, age in sorted(AGES.items())
    ]
    yield "\n".join([*lines, f"- All else: {OTHERWISE}."])


def _beside() -> Iterator[str]:
    yield "What stands beside the record, and only we see"
    yield "\n".join(f"- {_first(what)}: {why}. Kept {how_long}." for what, why, how_long in BESIDE)
    yield (
        "Not kept: passwords, when you signed in, what you looked at, addresses of the network. "
        "Passports and other travel documents are never asked for, and a form refuses what looks "
        "like one."
    )


def _rights() -> Iterator[str]:
    yield "What you can do"
    yield (
        "See all of it and take it along, have it corrected or erased, have it rest, or object: "
        f"signed in at “What is held about me”, or by writing to us. You have an answer {MONTH}. "
        "You may take back a consent; what was done on it before stays lawful. If our answer does "
        "not satisfy you, turn to [the data-protection authority of your country]."
    )


def _limits() -> Iterator[str]:
    yield "What cannot be called back"
    yield (
        "The record is made so that others can check it without us. Names, contact data, free "
        "words and files can be erased from it, and the record stays provable without them. That "
        "an act was done, on which day and for which party cannot be taken out, since others rely "
        "on it. What others have copied, printed, exported or were sent before it was erased is "
        "out of our reach; we tell you which of it we know of. Copies for the case of fire are "
        "overwritten [after how long]."
    )
    yield (
        "The public part of the record can be read from everywhere, also from countries whose law "
        "protects you less. [To whom else it goes, and by which safeguards.]"
    )
    yield "As of [day]."


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]
