"""What the desk can do: one short handler per command, one answer per query."""
