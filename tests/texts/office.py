"""LibreOffice as oracle: what it makes of a file when it accepts, or rejects, every tracked change."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.ground import needs

_MACRO = """
Function Value(name As String, what As Variant) As Object
  Dim one As New com.sun.star.beans.PropertyValue
  one.Name = name
  one.Value = what
  Value = one
End Function

Sub Work(path As String)
  Dim number As Integer, words As String, parts, document, dispatcher
  number = FreeFile
  Open path For Input As #number
  While Not EOF(number)
    Line Input #number, words
    parts = Split(words, "|")
    If UBound(parts) = 2 Then
      document = StarDesktop.loadComponentFromURL(ConvertToURL(parts(0)), "_blank", 0, Array(Value("Hidden", True)))
      dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
      dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" &amp; parts(2), "", 0, Array())
      document.storeToURL(ConvertToURL(parts(1)), Array(Value("FilterName", "MS Word 2007 XML")))
      document.close(True)
    End If
  Wend
  Close #number
  StarDesktop.terminate()
End Sub
"""


def settle(files: Iterable[Path], folder: Path, *, seconds: int = 240) -> None:
    """Write ``<name>.accepted.docx`` and ``<name>.rejected.docx`` into a folder, in one run."""
    profile = folder / "profile"
    _install(profile)
    orders = [
        f"{place}|{folder / f'{place.stem}.{done}.docx'}|{verb}AllTrackedChanges"
        for place in files
        for verb, done in (("Accept", "accepted"), ("Reject", "rejected"))
    ]
    listed = folder / "orders.txt"
    listed.write_text("\n".join(orders) + "\n")
    _office(profile, f'macro:///Standard.Module1.Work("{listed}")', seconds=seconds)


def _office(profile: Path, *arguments: str, seconds: int) -> None:
    subprocess.run(
        [
            str(needs.word_processor()),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", *arguments),
        ],
        check=True,
        capture_output=True,
        timeout=seconds,
    )


def _install(profile: Path) -> None:
    # The first start lays out the profile, and would overwrite a library put there before.
    _office(profile, "--terminate_after_init", seconds=120)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    assert module.exists()
    module.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{_MACRO}</script:module>'
    )
