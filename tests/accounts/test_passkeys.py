"""A passkey made on a device signs its person in without a letter: in a real browser, with a virtual device."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.contracts.command import comity

pytestmark = pytest.mark.journey

DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def test_a_passkey_signs_in_whoever_made_it(served: tuple[str, Path], browser: Browser) -> None:
    site, data = served
    context = browser.new_context(base_url=site)
    context.set_default_timeout(10_000)
    page = context.new_page()
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    link = comity("link", "--data", data, "--person", "c9w4ep", "--address", site).out.strip()

    page.goto(link)
    page.click("main button")
    page.goto("/passkeys")
    page.fill("#passkey-name", "My telephone")
    page.click("form[data-passkey] button")
    page.wait_for_selector("text=Remove My telephone")

    page.goto("/sign-out")
    page.click("main button")
    assert page.request.get("/desk.json").status == 404
    page.goto("/sign-in")
    page.click("form[data-passkey] button")
    page.wait_for_url("**/desk")
    assert page.request.get("/desk.json").status == 200

    page.goto("/passkeys")
    page.click("text=Remove My telephone")
    page.wait_for_selector("text=No passkey yet.")
    context.close()
