"""Three minutes: where each stop of the tour stands in this programme."""

from dataclasses import dataclass

from comity.core.norm import Norm
from comity.core.text import Adoption, Silence
from comity.desk.look import Look
from comity.desk.readings.ending import ends


@dataclass(frozen=True, kw_only=True)
class TourPage:
    """The things that the tour leads to; empty where the programme has none."""

    norm: str
    text: str
    paragraph: str
    silence: str
    adoption: str
    sentence: str
    scope: str = ""


PARAGRAPH = "7"
"""The paragraph that the tour follows."""


def tour(look: Look) -> TourPage:
    """Find the stops: the first norm, the silence that ends next and its text, the text that stands adopted."""
    norm = min(look.some(Norm, limit=40), key=lambda each: each.act, default=None)
    running = [each for each in look.all(Silence, status="running") if each["deadline"].is_value]
    silence = min(running, key=ends, default=None)
    adoptions = [each for each in look.some(Adoption, limit=40) if each.scope]
    adoption = min(adoptions, key=lambda each: each.act, default=None)
    text = str(silence["text"]) if silence else ""
    return TourPage(
        norm=norm.id if norm else "",
        text=text,
        paragraph=f"{text}-p{PARAGRAPH}",
        silence=silence.id if silence else "",
        adoption=adoption.id if adoption else "",
        sentence=f"{adoption['text']}-p{PARAGRAPH}" if adoption else "",
    )
