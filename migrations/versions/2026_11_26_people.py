"""people and places of a customer."""

import sqlalchemy as sa
from alembic import op

revision = "people"
down_revision = "handover"
branch_labels = None
depends_on = None

_ADDED = ("role", "preferred_channel", "language", "need", "left_on")


def upgrade() -> None:
    """Go forward."""
    for column in (
        sa.Column("role", sa.String(), nullable=False, server_default=""),
        sa.Column("preferred_channel", sa.String(), nullable=False, server_default=""),
        sa.Column("language", sa.String(), nullable=False, server_default="fr"),
        sa.Column("need", sa.String(), nullable=False, server_default=""),
        sa.Column("left_on", sa.Date(), nullable=True),
    ):
        op.add_column("contact", column)
    op.create_table(
        "site",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_site_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_site_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_site")),
    )
    with op.batch_alter_table("site", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_site_run_id_site_customer_id"), ["run_id", "customer_id"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("site")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        for name in _ADDED:
            batch_op.drop_column(name)
