"""Rows in, frozen values out: SQLAlchemy Core on SQLite (one writer) or PostgreSQL."""
