"""Fields that came to a noun after the first version: stored only where they say something."""

from __future__ import annotations

from types import MappingProxyType

LATER = MappingProxyType({"sparse": True})
"""A field's metadata: its default is stored as nothing, so older rows need not name it."""
