r"""Characters that XML cannot hold, as workbooks write them: `_x000D_` (ISO/IEC 29500-1, 22.9.2.19)."""

import re

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")


def unescaped(words: str) -> str:
    """Return words with each escape as its character; half of a pair of surrogates stays as it is written."""
    return _ESCAPE.sub(_character, words) if "_x" in words else words


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def escaped(words: str) -> str:
    """Return words that XML can hold and that are read back as they were."""
    kept = _ESCAPE.sub(lambda found: f"_x005F_{found[0][1:]}", words)
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", kept)
