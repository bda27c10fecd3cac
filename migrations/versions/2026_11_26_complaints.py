"""complaints and satisfaction."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "complaints"
down_revision = "credit_notes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "complaint",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", CompanyTime(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("acknowledge_by", CompanyTime(), nullable=False),
        sa.Column("answer_by", CompanyTime(), nullable=False),
        sa.Column("acknowledged_at", CompanyTime(), nullable=True),
        sa.Column("qualified_at", CompanyTime(), nullable=True),
        sa.Column("liability", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("allowed", sa.Integer(), nullable=True),
        sa.Column("checked_at", CompanyTime(), nullable=True),
        sa.Column("checked", sa.JSON(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("answered_at", CompanyTime(), nullable=True),
        sa.Column("solution", sa.String(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("announced_on", sa.Date(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("replied_at", CompanyTime(), nullable=True),
        sa.Column("settled_at", CompanyTime(), nullable=True),
        sa.Column("proof", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_complaint_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_complaint_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_complaint_run_id_reference")),
    )
    with op.batch_alter_table("complaint", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_complaint_run_id_complaint_status"), ["run_id", "status"]
        )
        batch_op.create_index(
            batch_op.f("ix_complaint_run_id_complaint_customer_id"), ["run_id", "customer_id"]
        )
    op.create_table(
        "satisfaction",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_satisfaction_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_satisfaction_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_satisfaction")),
    )
    with op.batch_alter_table("satisfaction", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_satisfaction_run_id_satisfaction_customer_id"), ["run_id", "customer_id"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("satisfaction")
    op.drop_table("complaint")
