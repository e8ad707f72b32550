"""From bytes to text, and back to the same bytes.

Encodings are not guessed by statistics: a byte-order mark decides, then strict UTF-8, then
cp1252, the encoding of old Windows copy, with a remark. The line ends are left alone.
"""

from __future__ import annotations

import codecs

from lint.article import Encoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ANY_MARK = tuple(mark for mark, _ in _MARKS)
_UTF_8 = Encoding()


class Unreadable(ValueError):
    """Bytes that are no copy; the message says what is wrong and the way out."""


def decode(raw: bytes) -> tuple[str, Encoding, tuple[str, ...]]:
    """Decode a file: its text without byte-order mark, how it was encoded, and remarks.

    Raises:
        Unreadable: the bytes hold NULs, or are damaged where a mark says what they are.
    """
    for mark, name in _MARKS if raw.startswith(_ANY_MARK) else ():
        if raw.startswith(mark):
            begin = len(mark)
            while raw.startswith(mark, begin):  # a file that was marked twice
                begin += len(mark)
            try:
                return raw[begin:].decode(name), Encoding(name, raw[:begin]), ()
            except UnicodeDecodeError as error:
                raise Unreadable(
                    f"begins with a {name} byte-order mark, but byte {error.start + begin}"
                    f" is not {name}; save the file again"
                ) from None
    nul = raw.find(b"\0")
    if nul >= 0:
        raise Unreadable(f"is no text: byte {nul} is NUL; leave the file out, or save it as UTF-8")
    try:
        return raw.decode("utf-8"), _UTF_8, ()
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        remark = f"line {line} is not UTF-8; read as cp1252 (Windows Western European)"
    # Five bytes mean nothing in cp1252; they are kept as the control characters that
    # Windows itself makes of them, so that they are written back unharmed.
    text = raw.decode("cp1252", "copydesk-c1")
    return text, Encoding("cp1252", certain=False), (remark,)


def encode(text: str, encoding: Encoding) -> bytes:
    """The bytes of a text, encoded as it was found.

    Raises:
        UnicodeEncodeError: a character of the text cannot be written in that encoding.
    """
    if encoding.name == "cp1252":
        return text.encode("cp1252", "copydesk-c1")
    return encoding.bom + text.encode(encoding.name)


def _c1(error: UnicodeError) -> tuple[str | bytes, int]:
    if isinstance(error, UnicodeDecodeError):
        return error.object[error.start : error.end].decode("latin-1"), error.end
    if isinstance(error, UnicodeEncodeError):
        piece = error.object[error.start : error.end]
        if all(char in "\x81\x8d\x8f\x90\x9d" for char in piece):
            return piece.encode("latin-1"), error.end
    raise error


codecs.register_error("copydesk-c1", _c1)
