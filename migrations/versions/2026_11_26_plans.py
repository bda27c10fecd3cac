"""payment plans."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "plans"
down_revision = "booklet"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "payment_plan",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("agreed_at", CompanyTime(), nullable=False),
        sa.Column("invoices", sa.JSON(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_payment_plan_run_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_payment_plan_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_payment_plan")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_payment_plan_run_id_reference")),
    )
    op.create_index(
        op.f("ix_payment_plan_run_id_payment_plan_customer_id"),
        "payment_plan",
        ["run_id", "customer_id"],
    )
    op.create_table(
        "plan_instalment",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("paid", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "plan_id"],
            ["payment_plan.run_id", "payment_plan.id"],
            name=op.f("fk_plan_instalment_run_id_payment_plan"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_plan_instalment_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_plan_instalment")),
    )
    op.create_index(
        op.f("ix_plan_instalment_run_id_plan_instalment_plan_id"),
        "plan_instalment",
        ["run_id", "plan_id"],
    )


def downgrade() -> None:
    """Come back; the plans are lost."""
    op.drop_table("plan_instalment")
    op.drop_table("payment_plan")
