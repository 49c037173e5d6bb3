"""First use: what shall open, asked once in one window and remembered."""
