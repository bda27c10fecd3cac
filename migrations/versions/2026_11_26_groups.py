"""records merged, companies of a group, segments made by hand."""

import sqlalchemy as sa
from alembic import op

revision = "groups"
down_revision = "news"
branch_labels = None
depends_on = None

_ADDED = ("merged_into_id", "parent_id")


def upgrade() -> None:
    """Go forward."""
    for name in _ADDED:
        op.add_column("customer", sa.Column(name, sa.Integer(), nullable=True))
    op.create_table(
        "segment_member",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_segment_member_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_segment_member_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_segment_member")),
        sa.UniqueConstraint(
            "run_id",
            "customer_id",
            "code",
            name=op.f("uq_segment_member_run_id_customer_id_code"),
        ),
    )
    with op.batch_alter_table("segment_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_segment_member_run_id_segment_member_code"), ["run_id", "code"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("segment_member")
    with op.batch_alter_table("customer", schema=None) as batch_op:
        for name in _ADDED:
            batch_op.drop_column(name)
