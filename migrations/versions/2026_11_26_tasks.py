"""tasks and diary."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "tasks"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "task",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.Column("made_at", CompanyTime(), nullable=False),
        sa.Column("due_at", CompanyTime(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("closed_at", CompanyTime(), nullable=True),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_task_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_task_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_task")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_task_run_id_reference")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_task_run_id_task_status_task_due_at"), ["run_id", "status", "due_at"]
        )
        batch_op.create_index(
            batch_op.f("ix_task_run_id_task_customer_id"), ["run_id", "customer_id"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("task")
