"""statements of account, as they were sent."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "statements"
down_revision = "rights"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "account_statement",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("sent_at", CompanyTime(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("overdue", sa.BigInteger(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("contested", sa.JSON(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_account_statement_run_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_account_statement_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_account_statement")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_account_statement_run_id_reference")
        ),
    )
    op.create_index(
        op.f("ix_account_statement_run_id_account_statement_customer_id"),
        "account_statement",
        ["run_id", "customer_id"],
    )


def downgrade() -> None:
    """Come back; the statements sent are lost."""
    op.drop_table("account_statement")
