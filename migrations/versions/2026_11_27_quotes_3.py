"""what a customer answers to a quote: who signed it, or why not."""

import sqlalchemy as sa
from alembic import op

revision = "quotes_3"
down_revision = "statements"
branch_labels = None
depends_on = None

_ADDED = ("signed_by", "refusal", "refusal_words")


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("quote", schema=None) as batch_op:
        for name in _ADDED:
            batch_op.add_column(sa.Column(name, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("quote", schema=None) as batch_op:
        for name in _ADDED:
            batch_op.drop_column(name)
