"""A rule said no: a code and its values, never a sentence."""

from __future__ import annotations


class Refusal(Exception):
    """Raised by domain and Desk when a rule forbids a command; the words are made in the ui."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return f"{self.code} {self.values}" if self.values else self.code

    def __eq__(self, other: object) -> bool:
        """Whether it says the same."""
        return isinstance(other, Refusal) and (self.code, self.values) == (
            other.code,
            other.values,
        )

    def __hash__(self) -> int:
        return hash(self.code)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.code, self.values))


def _rebuild(code: str, values: dict[str, object]) -> Refusal:
    return Refusal(code, **values)


def require(condition: object, code: str, **values: object) -> None:
    """Raise Refusal(code, **values) unless the condition holds."""
    if not condition:
        raise Refusal(code, **values)
