"""The secretariat begins its privacy notice with a template; it stands nowhere before it was sent."""

from tests.contracts.counter import House
from tests.journeys.visitor import Visitor

TEMPLATE = "[Name of the organization, address]"


def test_the_secretariat_begins_with_the_template_and_nobody_else_is_given_it(own: House) -> None:
    secretariat, delegate = Visitor(own.site), Visitor(own.site)
    secretariat.walk_in("secretariat")
    delegate.walk_in("arvenia")
    assert TEMPLATE in secretariat.get("/privacy?edit=template").text
    assert TEMPLATE not in secretariat.get("/privacy?edit=1").text
    assert TEMPLATE not in delegate.get("/privacy?edit=template").text
    assert TEMPLATE not in Visitor(own.site).get("/privacy").text
    words = "We, the Harbour Secretariat, keep this."
    assert secretariat.post("/privacy", seen_on="/privacy?edit=template", words=words).status == 200
    assert words in Visitor(own.site).get("/privacy").text
    assert TEMPLATE in secretariat.get("/privacy?edit=template").text
