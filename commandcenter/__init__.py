"""Command Center: the engine of a street's command centre; it runs with no Qt."""
