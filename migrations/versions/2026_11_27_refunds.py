"""payments that come back unpaid, and refunds."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "refunds"
down_revision = "invoices"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("given_back", sa.BigInteger(), nullable=False, server_default="0")
        )
        batch_op.add_column(
            sa.Column("returned", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.create_table(
        "refund",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_refund_run_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_refund_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_refund")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_refund_run_id_reference")),
    )
    op.create_index(
        op.f("ix_refund_run_id_refund_customer_id"), "refund", ["run_id", "customer_id"]
    )


def downgrade() -> None:
    """Come back; the refunds are lost."""
    op.drop_table("refund")
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_column("returned")
        batch_op.drop_column("given_back")
