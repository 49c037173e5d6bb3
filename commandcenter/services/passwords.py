"""Passwords as argon2id hashes (RFC 9106; 19 MiB, 2 passes, 1 lane: the OWASP minimum)."""

from __future__ import annotations

import secrets
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from commandcenter.domain.refusal import require

LEAST, MOST = 8, 128
_CLEAR = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hashed(password: str, person: str) -> str:
    """The hash with its salt; Refusal('password_length'|'password_is_name')."""
    require(LEAST <= len(password) <= MOST, "password_length", least=LEAST, most=MOST)
    require(password.strip().lower() != person.lower(), "password_is_name")
    return HASHER.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether the password is the stored one; without a stored one it takes as long and is not."""
    try:
        known = HASHER.verify(stored or _nobody(), password[: MOST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return known and stored is not None


@cache
def _nobody() -> str:
    return HASHER.hash("nobody has this password")


def one_time_code() -> str:
    """Twelve letters and digits in threes that nobody mixes up: XK4-9QD-7PM-H3T, 59 bits."""
    text = "".join(secrets.choice(_CLEAR) for _ in range(12))
    return "-".join(text[at : at + 3] for at in range(0, 12, 3))
