"""How a figure is printed: name value unit, and quantiles."""

from __future__ import annotations

import os
from pathlib import Path


def figure(name: str, value: float, unit: str) -> None:
    """Print one figure."""
    print(f"{name} {value:.3f} {unit}", flush=True)


def quantile(values: list[float], part: float) -> float:
    """The value below which `part` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def folder() -> Path:
    """Where big things are kept, outside the project: $CC_BENCH or the user's cache."""
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    found = Path(os.environ.get("CC_BENCH") or Path(home) / "commandcenter-bench")
    found.mkdir(parents=True, exist_ok=True)
    return found
