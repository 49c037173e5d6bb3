"""The street's secret key, beside the database and never in it: telephones are hashed with it."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from commandcenter.domain.refusal import Refusal

KEY = "street.key"
_LENGTH = 32
_BINARY = getattr(os, "O_BINARY", 0)


def street_key(folder: Path) -> bytes:
    """The 32 bytes that stand beside the street; Refusal('street_key_lost'|'key_damaged')."""
    path = folder / KEY
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        raise Refusal("street_key_lost", file=str(path)) from None
    if len(found) != _LENGTH:
        raise Refusal("key_damaged", file=str(path))
    return found


def first_key(folder: Path) -> bytes:
    """The key of a folder in which a street begins: the one that is there, or a random one."""
    with suppress(Refusal):
        return make_key(folder)
    return street_key(folder)


def make_key(folder: Path) -> bytes:
    """A random key, readable by the owner only; Refusal('exists')."""
    path = folder / KEY
    made = secrets.token_bytes(_LENGTH)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    except FileExistsError:
        raise Refusal("exists", path=str(path)) from None
    with os.fdopen(handle, "wb") as file:
        file.write(made)
        file.flush()
        os.fsync(file.fileno())
    return made


def phone_digits(text: str) -> str:
    """The digits of a telephone number, without +86 or 0086."""
    digits = re.sub(r"[^0-9]", "", text)
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) - len(prefix) == 11:
            return digits[len(prefix) :]
    return digits


def phone_hash(key: bytes, phone: str) -> str:
    """The keyed hash by which a caller is found again."""
    return hmac.new(key, phone_digits(phone).encode(), hashlib.sha256).hexdigest()


def salted(salt: bytes, text: str) -> str:
    """The salted hash of a private text that the journal holds."""
    return hashlib.sha256(salt + text.encode()).hexdigest()
