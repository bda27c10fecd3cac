"""the news feed, and products that stop."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "news"
down_revision = "people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "news",
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("prices", sa.JSON(), nullable=False),
        sa.Column("product", sa.String(), nullable=False),
        sa.Column("instead", sa.String(), nullable=False),
        sa.Column("applied_at", CompanyTime(), nullable=True),
        sa.Column("read_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_news_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_news")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_news_run_id_reference")),
    )
    with op.batch_alter_table("news", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_news_run_id_news_read_at"), ["run_id", "read_at"])
    op.add_column("product", sa.Column("stopped_on", sa.Date(), nullable=True))
    op.add_column("product", sa.Column("instead", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    """Go back."""
    op.drop_column("product", "instead")
    op.drop_column("product", "stopped_on")
    op.drop_table("news")
