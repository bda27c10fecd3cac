"""by which way an order came, and what a marketplace keeps of it."""

import sqlalchemy as sa
from alembic import op

revision = "channels"
down_revision = "periodic"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward: orders of before came by mail."""
    with op.batch_alter_table("customer_order", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("channel", sa.String(), nullable=False, server_default="mail")
        )
        batch_op.add_column(
            sa.Column("commission", sa.BigInteger(), nullable=False, server_default="0")
        )


def downgrade() -> None:
    """Come back; the ways are lost."""
    with op.batch_alter_table("customer_order", schema=None) as batch_op:
        batch_op.drop_column("commission")
        batch_op.drop_column("channel")
