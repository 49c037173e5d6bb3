"""What a seat gives all day, as bytes: a report, its filing, its dispatch, an urge, the next."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.bench.wires import Place, Wire

ROLES = ("intake", "lead", "dispatch")
_ID, _CASE = "@id@", "@case@"
_SUBJECT = re.compile(rb'"subject":"([^"]+)"')
_WORDS = "路口堆有垃圾，影响通行，居民要求尽快清理，已现场拍照。"


def _body(kind: str, /, **value: Any) -> bytes:
    return json.dumps({"type": kind, "value": {"id": _ID, **value}}, ensure_ascii=False).encode()


REPORT = _body(
    "ReportCase", item="01-02", source="window", words=_WORDS, place="祠堂东街",
    lon=113.4325, lat=22.95086,
)  # fmt: skip
STEPS = (
    ("lead", _body("FileCase", case=_CASE, seen=1)),
    ("dispatch", _body(
        "DispatchCase", case=_CASE, seen=2, lead_unit="sanitation", kind="handle",
        reasons=[{"code": "no_power", "words": "无人认领，先行处置"}],
    )),
    ("dispatch", _body("UrgeCase", case=_CASE, seen=3, words="请尽快办理")),
)  # fmt: skip


def urge(case: str, seen: int) -> bytes:
    """One urge of a case at the version seen."""
    return _body("UrgeCase", case=case, seen=seen, words="请尽快办理").replace(
        _ID.encode(), secrets.token_hex(16).encode()
    )


@dataclass
class Hand:
    """One seat's commands on one kept connection; its three persons' tokens by ROLES."""

    place: Place
    tokens: dict[str, str]

    def steps(self) -> Iterator[float]:
        """Give one command after another, for ever; seconds until each was acknowledged."""
        wire = Wire(self.place)
        try:
            while True:
                spent, raw = self._post(wire, "intake", REPORT)
                found = _SUBJECT.search(raw)
                assert found, raw
                yield spent
                for role, body in STEPS:
                    yield self._post(wire, role, body.replace(_CASE.encode(), found[1]))[0]
        finally:
            wire.close()

    def _post(self, wire: Wire, role: str, body: bytes) -> tuple[float, bytes]:
        body = body.replace(_ID.encode(), secrets.token_hex(16).encode())
        began = time.perf_counter()
        raw = wire.post("/do", body, self.tokens[role])
        return time.perf_counter() - began, raw
