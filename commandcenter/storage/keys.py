"""The street's secret key, beside the database and never in it: telephones are hashed with it."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from commandcenter.domain.refusal import Refusal


def street_key(folder: Path) -> bytes:
    """32 random bytes, made at first use, readable by the owner only; Refusal('key_damaged')."""
    path = folder / "street.key"
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        found = secrets.token_bytes(32)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(found)
            file.flush()
            os.fsync(file.fileno())
    if len(found) != 32:
        raise Refusal("key_damaged", file=str(path))
    return found


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
