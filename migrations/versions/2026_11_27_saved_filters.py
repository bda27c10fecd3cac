"""filters that a person keeps by a name."""

import sqlalchemy as sa
from alembic import op

revision = "saved_filters"
down_revision = "litigation"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("query", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_saved_filter_account_id_account")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_saved_filter_run_id_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_filter")),
        sa.UniqueConstraint(
            "run_id",
            "account_id",
            "listing",
            "label",
            name=op.f("uq_saved_filter_run_id_account_id_listing_label"),
        ),
    )


def downgrade() -> None:
    """Come back; the filters are lost."""
    op.drop_table("saved_filter")
