"""Bytes into text: UTF-8, exactly as it stands; anything else is named and set aside, never guessed at."""

from __future__ import annotations

import base64

from warmonitor.intake.given import Unreadable

_SIGNATURES = {
    b"%PDF": "a PDF file; take its text out first (pdftotext)",
    b"PK\x03\x04": "a ZIP archive (or an office document); take its text out first",
    b"\x1f\x8b": "compressed with gzip; unpack it first",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x7fELF": "a program",
}
_WIDE = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


def decode(raw: bytes) -> str:
    """The text of UTF-8 bytes, with a byte-order mark dropped and nothing else changed.

    Raises Unreadable: empty, binary or encoding, each with the byte and line where it was seen.
    """
    if not raw.strip():
        raise Unreadable("empty", "holds no text" if raw else "is empty")
    for signature, what in _SIGNATURES.items():
        if raw.startswith(signature):
            raise Unreadable("binary", f"is {what}")
    for mark, name in _WIDE.items():
        if raw.startswith(mark):
            raise Unreadable("encoding", f"is in {name}, not UTF-8; convert it: iconv -f {name} -t UTF-8")
    if (at := raw.find(b"\x00")) >= 0:
        raise Unreadable("binary", f"is binary: byte 0 at offset {at}", place=_line(raw, at))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as e:
        raise Unreadable(
            "encoding",
            f"is not UTF-8: byte 0x{raw[e.start]:02x} at offset {e.start}; if it is an older Western text, convert it: "
            "iconv -f WINDOWS-1252 -t UTF-8",
            place=_line(raw, e.start),
        ) from None
    if not text.strip():
        raise Unreadable("empty", "holds no text")
    odd = sum(ord(c) < 32 and c not in "\t\n\r\f\v" for c in text[:4096])
    if odd > 8 and odd > len(text[:4096]) // 50:
        raise Unreadable("binary", f"is binary: {odd} control characters at its beginning")
    return text


def _line(raw: bytes, at: int) -> str:
    return f"line {raw.count(10, 0, at) + 1}"


def kept(raw: bytes) -> str:
    """What came by standard input is nowhere else, so it is kept: as text, or as base64 where it is none."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return "base64:" + base64.b64encode(raw).decode("ascii")
