"""Signatures and arrivals by time, for the charts."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the indexes."""
    op.create_index("tasks_signed", "tasks", ["street", "signed_at"])
    op.create_index("tasks_arrived", "tasks", ["street", "on_scene_at"])
