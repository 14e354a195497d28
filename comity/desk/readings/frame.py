"""What stands around every page: the programme's name, who looks, how long the record is."""

from dataclasses import dataclass

from comity.core.party import Party, PartyForm
from comity.core.programme import Programme
from comity.desk.cells import EMPTY, Cell
from comity.desk.look import Look
from comity.desk.viewer import Viewer


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The programme and the one who looks."""

    name: Cell
    origin: Cell
    host: Cell
    is_simulated: bool
    acts: int
    viewer: Viewer
    is_archive: bool = False
    """True where an archive hosts it: it tells of organizations that take no part, whose sources speak, not they."""

    @property
    def is_signed_in(self) -> bool:
        """True for a person, false for the public."""
        return not self.viewer.is_public


def frame(look: Look) -> Frame:
    """Return what stands around every page."""
    programme = look.find(Programme, "programme")
    if programme is None:
        return Frame(
            name=EMPTY,
            origin=EMPTY,
            host=EMPTY,
            is_simulated=False,
            acts=look.size,
            viewer=look.viewer,
        )
    host = look.find(Party, programme.value("host", ""))
    return Frame(
        name=programme["name"],
        origin=programme["origin"],
        host=programme["host"],
        is_simulated=bool(programme.value("simulated", False)),
        acts=look.size,
        viewer=look.viewer,
        is_archive=host is not None and host.value("form") == PartyForm.ARCHIVE,
    )
