"""booklets as they were released."""

import sqlalchemy as sa
from alembic import op

revision = "booklet"
down_revision = "groups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "booklet",
        sa.Column("learner_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["account.id"], name=op.f("fk_booklet_learner_id_account")
        ),
        sa.PrimaryKeyConstraint("learner_id", "version", name=op.f("pk_booklet")),
    )


def downgrade() -> None:
    """Go back."""
    op.drop_table("booklet")
