"""A volunteer flags a risk to two people, is told first who will read it, and nobody else's page has a word of it."""

import re

from tests.journeys.visitor import Answer, Visitor

WORD = "zqnarwhalvb"
FORM = "/act/mobilize.flag-risk"
ABOUT = f"{FORM}?about=target/aldmoor-ports"
TOLD = ("aldmoor", "observer")
PAGES = (
    *("/desk", "/target/aldmoor-ports", "/targets", "/record", "/mobilize", "/retention"),
    *("/party/open-lines", "/post", "/me", f"/search?q={WORD}"),
)


def walked(site: str, role: str) -> Visitor:
    visitor = Visitor(site)
    if role != "public":
        visitor.walk_in(role)
    return visitor


def found(site: str, role: str) -> set[str]:
    """Name the pages and twins on which a role finds the word; a search says back what was asked."""
    visitor = walked(site, role)
    bodies = {
        path: visitor.get(path).text
        for page in PAGES
        for path in (
            page,
            page.replace("/search?", "/search.json?") if "?" in page else f"{page}.json",
        )
    }
    return {path for path, body in bodies.items() if f"{WORD} is" in body}


def answered(site: str, risk: str, role: str) -> Answer:
    """Let one who was told answer: nobody chooses who reads it, and it is said before it is sent."""
    visitor = walked(site, role)
    form = f"/act/mobilize.answer-risk?risk={risk.rpartition('/')[2]}"
    page = visitor.get(form).text
    assert 'name="told"' not in page
    fields = {
        name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0]
        for name in ("nonce", "given", "risk", "on_behalf_of")
    }
    fields |= {"words": f"{WORD} is quiet."}
    seen = visitor.post("/act/mobilize.answer-risk", seen_on=form, **fields)
    assert ", and you, will be able to read this." in seen.text
    return visitor.post("/act/mobilize.answer-risk", seen_on=form, **fields, alone="told")


def test_only_those_who_were_named_read_it(own_site: str, roles: dict[str, dict[str, str]]) -> None:
    volunteer = walked(own_site, "volunteer")
    page = volunteer.get(ABOUT).text
    names = {
        key: re.search(rf'value="{roles[key]["person"]}"[^>]*>\s*(?:<span>)?([^<]+)<', page)
        for key in TOLD
    }
    told = [str(each[1]).strip() for each in names.values() if each]
    assert len(told) == 2
    fields = {
        name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0]
        for name in ("nonce", "given", "about", "on_behalf_of")
    }
    fields |= {
        "told": "\n".join(roles[key]["person"] for key in TOLD),
        "words": f"{WORD} is watched.",
    }
    before = volunteer.get("/record.json").text
    seen = volunteer.post(FORM, seen_on=ABOUT, **fields)
    said = " and ".join(sorted(told))
    assert f"Only {said}, and you, will be able to read this." in seen.text
    assert "It is not encrypted" in seen.text
    assert volunteer.get("/record.json").text == before
    sent = volunteer.post(FORM, seen_on=ABOUT, **fields, alone="told")
    assert sent.path.startswith("/receipt/")
    for role in ("volunteer", *TOLD):
        assert "/target/aldmoor-ports" in found(own_site, role), role
    page = volunteer.get("/target/aldmoor-ports").text
    [risk] = re.findall(r'href="(/risk/[^"]+)"', page)
    assert f"{WORD} is watched." in walked(own_site, TOLD[0]).get(risk).text
    assert answered(own_site, risk, TOLD[0]).path.startswith("/receipt/")
    assert f"{WORD} is quiet." in walked(own_site, TOLD[1]).get(risk).text
    others = {*roles, "public"} - {"volunteer", *TOLD}
    assert {role: walked(own_site, role).get(risk).status for role in others} == dict.fromkeys(
        others, 404
    )
    assert {"secretariat", "chair", "civil-society"} <= others
    assert {role for role in others if found(own_site, role)} == set()
