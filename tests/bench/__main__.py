"""python -m tests.bench [NAME ...]: all of them when none is named."""

from __future__ import annotations

import importlib
import sys

NAMES = (
    "write",
    "postgres",
    "board",
    "find",
    "charts",
    "paint",
    "pick",
    "filter",
    "storm",
    "start",
    "verify",
    "seats",
    "feed30",
    "room8",
    "join",
    "traffic",
    "switch",
    "handover",
    "replay",
    "district",
    "candidates",
    "plan",
    "whistle_keys",
    "command_line",
    "alarms",
    "keys",
    "suggest",
    "flood",
    "memory",
)


def main(wanted: list[str]) -> int:
    """Run the named benches; 2 for an unknown name."""
    unknown = [one for one in wanted if one not in NAMES]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; known: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in wanted or NAMES:
        importlib.import_module(f"tests.bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
