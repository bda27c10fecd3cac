"""workbooks handed in."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "validity"
down_revision = "solvency"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "handed_workbook",
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("formulas", sa.Integer(), nullable=False),
        sa.Column("typed_totals", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_handed_workbook_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_handed_workbook")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_handed_workbook_run_id_reference")
        ),
    )
    with op.batch_alter_table("handed_workbook", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_handed_workbook_run_id_handed_workbook_at"), ["run_id", "at"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("handed_workbook")
