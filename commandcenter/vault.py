"""What a seat keeps on its own disk, encrypted: AES-256-GCM, the file's name bound to its words."""

from __future__ import annotations

import os
import secrets
import threading
from contextlib import suppress
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from commandcenter.storage.keys import street_key

NONCE, TAG, SALT = 12, 16, 16
COST = 2**15
"""scrypt's n: about 0.1 s and 32 MB for each guess at a password."""


class Vault:
    """A folder of encrypted files; each is replaced whole, so a kill leaves the old or the new."""

    def __init__(self, folder: Path, key: bytes) -> None:
        """`key` has 32 bytes and stays in memory only."""
        self._folder, self._cipher = folder, AESGCM(key)
        self._mark = sha256(key).digest()
        self._lock = threading.RLock()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def same(self, other: Vault) -> bool:
        """Whether both have the same key."""
        return compare_digest(self._mark, other._mark)

    def rekey(self, other: Vault) -> None:
        """Take the other's key, and keep with it what is here: its person has a new password."""
        with self._lock:
            names = [path.name for path in self._folder.glob("*.bin")]
            found = {name: self.read(name) for name in names}
            self._cipher, self._mark = other._cipher, other._mark
            for name, data in found.items():
                if data is not None:
                    self.write(name, data)

    def read(self, name: str) -> bytes | None:
        """What was kept under the name; None when nothing was.

        What another key or another hand wrote is put aside as NAME.unreadable.
        """
        path = self._folder / name
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            return None
        try:
            return self._cipher.decrypt(raw[:NONCE], raw[NONCE:], name.encode())
        except (InvalidTag, ValueError):
            path.replace(path.with_suffix(".unreadable"))
            return None

    def write(self, name: str, data: bytes) -> None:
        """Keep it and wait until the disk has it; OSError when it cannot."""
        with self._lock:
            nonce = secrets.token_bytes(NONCE)
            sealed = nonce + self._cipher.encrypt(nonce, data, name.encode())
            _replace(self._folder / name, sealed)

    def sizes(self, pattern: str) -> dict[str, int]:
        """Bytes on disk by name, of the names that fit a glob."""
        found = self._folder.glob(pattern)
        return {path.name: path.stat().st_size - NONCE - TAG for path in found}

    def drop(self, name: str) -> None:
        """Keep nothing under the name."""
        with suppress(FileNotFoundError):
            (self._folder / name).unlink()


def street_vault(folder: Path) -> Vault:
    """The vault of a desk of its own; its key comes from street.key (HKDF)."""
    derived = HKDF(SHA256(), 32, salt=None, info=b"seat drafts").derive(street_key(folder))
    return Vault(folder / "drafts", derived)


def person_folder(folder: Path, person: str) -> Path:
    """Where a seat keeps what is one person's; its name says nobody's."""
    return folder / "kept" / sha256(person.encode()).hexdigest()[:16]


def person_vault(folder: Path, person: str, password: str) -> Vault:
    """The vault of a person at a seat; its key comes from the password (scrypt)."""
    own = person_folder(folder, person)
    own.mkdir(parents=True, exist_ok=True, mode=0o700)
    salt = _salt(own / "salt")
    key = Scrypt(salt=salt, length=32, n=COST, r=8, p=1).derive(password.encode())
    return Vault(own, key)


def _salt(path: Path) -> bytes:
    with suppress(FileNotFoundError):
        found = path.read_bytes()
        if len(found) == SALT:
            return found
    made = secrets.token_bytes(SALT)
    _replace(path, made)
    return made


def _replace(path: Path, data: bytes) -> None:
    fresh = path.with_name(f"{path.name}.new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
