"""hand-over notes."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "handover"
down_revision = "suspicion"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "handover",
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("cases", sa.JSON(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_handover_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_handover")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_handover_run_id_reference")),
    )
    with op.batch_alter_table("handover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_handover_run_id_handover_at"), ["run_id", "at"])


def downgrade() -> None:
    """Go back."""
    op.drop_table("handover")
