"""A transaction that only looks: what a handler puts into it is never stored."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NoReturn

from commandcenter.domain.ids import new_id
from commandcenter.storage.tx import Tx


class TrialTx(Tx):
    """Reads as the others do; texts are not kept and nothing is sealed."""

    def keep_text(
        self, subject: str, kind: str, body: str, keep_until: datetime | None
    ) -> dict[str, str]:
        """What the journal would hold of it."""
        return {"text": new_id(), "hash": "", "of": kind}

    def seal(self, **told: Any) -> NoReturn:
        """There is nothing to seal."""
        raise TypeError("a trial is never sealed")
