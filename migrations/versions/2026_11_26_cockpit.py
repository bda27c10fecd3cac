"""a class is joined by code; runs are paused, paced, and known to be acted in."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "cockpit"
down_revision = "tasks"
branch_labels = None
depends_on = None

_NO = sa.false()


def upgrade() -> None:
    """Go forward."""
    op.add_column("cohort", sa.Column("join_code", sa.String(), nullable=True))
    op.create_index(op.f("uq_cohort_join_code"), "cohort", ["join_code"], unique=True)
    op.add_column("run", sa.Column("paused", sa.Boolean(), nullable=False, server_default=_NO))
    op.add_column("run", sa.Column("acted_at", CompanyTime(), nullable=True))
    op.add_column("run", sa.Column("pace", sa.Integer(), nullable=False, server_default="0"))
    op.add_column(
        "run", sa.Column("paced_by_trainer", sa.Boolean(), nullable=False, server_default=_NO)
    )
    op.add_column("run", sa.Column("beat_at", CompanyTime(), nullable=True))
    op.add_column(
        "run", sa.Column("owed_seconds", sa.Integer(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    """Come back."""
    for column in ("owed_seconds", "beat_at", "paced_by_trainer", "pace", "acted_at", "paused"):
        op.drop_column("run", column)
    op.drop_index(op.f("uq_cohort_join_code"), "cohort")
    op.drop_column("cohort", "join_code")
