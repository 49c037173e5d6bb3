"""python -m ui: the desk on the screen, or its tour."""

from __future__ import annotations

import sys

from ui.arguments import parse


def main() -> int:
    """Start what the command line asks for; the exit code."""
    given = parse(sys.argv[1:])
    if given.tour is not None:
        from ui.tour import play

        return play(given)
    from ui.app import run

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
