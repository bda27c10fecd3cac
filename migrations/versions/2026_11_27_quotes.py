"""versions of quotes, and the terms that a quote states and its order keeps."""

import sqlalchemy as sa
from alembic import op

revision = "quotes"
down_revision = "insolvency"
branch_labels = None
depends_on = None

_TERMS = (
    ("deposit_kind", sa.String(), ""),
    ("deposit_rate", sa.BigInteger(), "0"),
    ("deposit_amount", sa.BigInteger(), "0"),
    ("early_payment", sa.BigInteger(), "0"),
    ("early_payment_days", sa.Integer(), "0"),
    ("incoterm", sa.String(), ""),
    ("incoterm_place", sa.String(), ""),
)


def upgrade() -> None:
    """Go forward."""
    for table in ("quote", "customer_order"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, kind, before in _TERMS:
                batch_op.add_column(sa.Column(name, kind, nullable=False, server_default=before))
    with op.batch_alter_table("quote", schema=None) as batch_op:
        batch_op.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        batch_op.add_column(sa.Column("origin_id", sa.Integer(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_quote_run_id_quote_origin_id"), ["run_id", "origin_id"]
        )


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("quote", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quote_run_id_quote_origin_id"))
        batch_op.drop_column("origin_id")
        batch_op.drop_column("version")
    for table in ("customer_order", "quote"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            for name, _kind, _before in _TERMS:
                batch_op.drop_column(name)
