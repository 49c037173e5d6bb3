"""Pictures added while the link was down: encrypted on the seat until a command has named them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256

from commandcenter.domain.commands import Command
from commandcenter.domain.refusal import Refusal, require
from commandcenter.storage.pictures import MOST_BYTES, mime_of
from commandcenter.vault import Vault

HEAD, TAIL = "picture-", ".bin"
MOST_KEPT = 256 * 1024 * 1024
"""Bytes of all pictures that may wait on one seat: about 25 of the largest."""


def named(command: Command) -> tuple[str, ...]:
    """The sha256 of the pictures that a command names."""
    return tuple(one.sha256 for one in getattr(command, "pictures", ()))


class UnsentPictures:
    """Sealed files of a vault, one a picture, named by its sha256."""

    def __init__(self, vault: Vault, most: int = MOST_KEPT) -> None:
        """What an earlier run left is there again; `most` bytes of all together."""
        self._vault, self._most = vault, most
        self._sizes = {
            name.removeprefix(HEAD).removesuffix(TAIL): size
            for name, size in vault.sizes(f"{HEAD}*{TAIL}").items()
        }

    def keep(self, data: bytes) -> str:
        """Keep a picture; its sha256.

        Refusal('picture_size'|'picture_kind') as at the server, ('unsent_full') where too much
        waits here already; OSError when the disk does not take it.
        """
        require(0 < len(data) <= MOST_BYTES, "picture_size", most=MOST_BYTES)
        mime_of(data)
        sha = sha256(data).hexdigest()
        if sha not in self._sizes:
            full = sum(self._sizes.values()) + len(data) > self._most
            require(not full, "unsent_full", most=self._most // 1024 // 1024)
            self._vault.write(_file(sha), data)
            self._sizes[sha] = len(data)
        return sha

    def bring(self, command: Command, keep: Callable[[bytes], str]) -> None:
        """Give the server what the command names and this seat holds; the command may follow.

        A picture that cannot be read any more is Refusal('picture_not_kept').
        """
        for sha in named(command):
            if sha not in self._sizes:
                continue
            data = self._vault.read(_file(sha))
            if data is None:
                raise Refusal("picture_not_kept")
            keep(data)

    def forget_all_but(self, wanted: Iterable[str]) -> None:
        """Let go of every picture that is not wanted any more."""
        for sha in set(self._sizes) - set(wanted):
            self._vault.drop(_file(sha))
            del self._sizes[sha]

    def forget(self, gone: Iterable[str], wanted: Iterable[str]) -> None:
        """Let go of these, unless they are still wanted."""
        self.forget_all_but((set(self._sizes) - set(gone)) | set(wanted))


def _file(sha: str) -> str:
    return f"{HEAD}{sha}{TAIL}"
