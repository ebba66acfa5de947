"""Frames of the binary encoding for event streams (prelude, headers, payload, checksums)."""

import binascii
import struct


def frame(headers, payload=b"", total_length=None, headers_length=None):
    """One frame whose headers are strings; the two lengths can be made to lie."""
    pairs = headers.items() if isinstance(headers, dict) else headers
    packed = b"".join(header(name.encode(), value.encode()) for name, value in pairs)
    size = 16 + len(packed) + len(payload) if total_length is None else total_length
    prelude = struct.pack(">II", size, len(packed) if headers_length is None else headers_length)
    begun = prelude + struct.pack(">I", binascii.crc32(prelude)) + packed + payload
    return begun + struct.pack(">I", binascii.crc32(begun))


def header(name, value):
    """A header of type 7, a string."""
    return bytes([len(name)]) + name + b"\x07" + struct.pack(">H", len(value)) + value
