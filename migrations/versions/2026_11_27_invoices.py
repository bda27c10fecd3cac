"""deposit invoices, and the final invoices that deduct them."""

import sqlalchemy as sa
from alembic import op

revision = "invoices"
down_revision = "validity"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("advance", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("deductions", sa.JSON(), nullable=False, server_default="[]"))
        batch_op.add_column(
            sa.Column("deducted", sa.BigInteger(), nullable=False, server_default="0")
        )


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.drop_column("deducted")
        batch_op.drop_column("deductions")
        batch_op.drop_column("advance")
