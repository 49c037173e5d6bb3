"""Command Center: the engine of a street's command centre; it runs with no Qt."""

__version__ = "0.1.0"
