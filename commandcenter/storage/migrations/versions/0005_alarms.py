"""How alarms ring at the street's seats."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# In the order of its bytes, whatever the database's locale is.
_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table of the street's own rules."""
    op.create_table(
        "alarms",
        sa.Column("street", _TEXT, primary_key=True),
        sa.Column("id", _TEXT, primary_key=True),
        sa.Column("priority", _TEXT, nullable=False),
        sa.Column("sound", _TEXT, nullable=False),
        sa.Column("repeat", sa.BigInteger, nullable=False),
        sa.Column("grace", sa.BigInteger, nullable=False),
        sa.Column("louder", sa.BigInteger, nullable=False),
        sa.Column("roles", _TEXT, nullable=False),
        sa.Column("quiet", sa.BigInteger, nullable=False),
    )
