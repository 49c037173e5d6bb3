"""Signatures of a handover: an Ed25519 key of each person, opened by that person's password.

The private key lies sealed (AES-GCM, scrypt of the password) beside the passwords; after a change
of the password a new pair is made. Every signature keeps the public key that it is checked by.
"""

from __future__ import annotations

import os
from datetime import datetime

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from sqlalchemy import insert, select

from commandcenter.domain.refusal import require
from commandcenter.services.passwords import hashed, matches
from commandcenter.storage import tables as t
from commandcenter.storage.codec import micros
from commandcenter.storage.tx import Tx

SALT, NONCE = 16, 12
COST = 2**14
"""scrypt's n: about 35 ms and 16 MB for each guess at a password."""


def sign(tx: Tx, person: str, password: str, content: str, at: datetime) -> tuple[str, str]:
    """Signature over the content's hash (hex) and public key (hex); Refusal('login_wrong').

    Who has no password yet (a desk without a server) sets it by the first signature.
    """
    _known(tx, person, password)
    key = _key(tx, person, password, at)
    public = key.public_key().public_bytes_raw().hex()
    return key.sign(bytes.fromhex(content)).hex(), public


def genuine(content: str, signature: str, public: str) -> bool:
    """Whether the signature over the content's hash was made by the key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), bytes.fromhex(content))
    except (InvalidSignature, ValueError):
        return False
    return True


def _known(tx: Tx, person: str, password: str) -> None:
    s = t.secrets
    stored = tx.connection.execute(
        select(s.c.hash).where(s.c.street == tx.street, s.c.person == person)
    ).scalar()
    if stored is not None:
        require(matches(str(stored), password), "login_wrong")
        return
    row = {"street": tx.street, "person": person, "hash": hashed(password, person), "failures": 0}
    tx.connection.execute(insert(s), row)


def _key(tx: Tx, person: str, password: str, at: datetime) -> Ed25519PrivateKey:
    k = t.sign_keys
    newest = (
        select(k.c.sealed)
        .where(k.c.street == tx.street, k.c.person == person)
        .order_by(k.c.since.desc())
        .limit(1)
    )
    sealed = tx.connection.execute(newest).scalar()
    opened = _opened(str(sealed), password) if sealed else None
    if opened is not None:
        return opened
    made = Ed25519PrivateKey.generate()
    row = {
        "street": tx.street,
        "person": person,
        "public": made.public_key().public_bytes_raw().hex(),
        "sealed": _sealed(made, password),
        "since": micros(at),
    }
    tx.connection.execute(insert(k), row)
    return made


def _sealed(key: Ed25519PrivateKey, password: str) -> str:
    salt, nonce = os.urandom(SALT), os.urandom(NONCE)
    box = AESGCM(_derived(password, salt)).encrypt(nonce, key.private_bytes_raw(), None)
    return (salt + nonce + box).hex()


def _opened(sealed: str, password: str) -> Ed25519PrivateKey | None:
    """The key, None when another password sealed it."""
    raw = bytes.fromhex(sealed)
    salt, nonce, box = raw[:SALT], raw[SALT : SALT + NONCE], raw[SALT + NONCE :]
    try:
        plain = AESGCM(_derived(password, salt)).decrypt(nonce, box, None)
    except InvalidTag:
        return None
    return Ed25519PrivateKey.from_private_bytes(plain)


def _derived(password: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(password.encode())
