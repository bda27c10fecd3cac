"""discounts one after the other, a discount on the whole document, options of a quote."""

import sqlalchemy as sa
from alembic import op

revision = "quotes_2"
down_revision = "privacy"
branch_labels = None
depends_on = None

_LINES = ("quote_line", "order_line", "invoice_line", "credit_note_line")
_OFFERS = ("quote", "customer_order")
_NIL = {"nullable": False, "server_default": "0"}
_NO = {"nullable": False, "server_default": sa.false()}


def upgrade() -> None:
    """Go forward."""
    for table in _LINES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("second_discount", sa.BigInteger(), **_NIL))
            batch_op.add_column(sa.Column("overall_discount", sa.BigInteger(), **_NIL))
    for table in _OFFERS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("overall_discount", sa.BigInteger(), **_NIL))
    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("optional", sa.Boolean(), **_NO))
        batch_op.add_column(sa.Column("taken", sa.Boolean(), **_NO))


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.drop_column("taken")
        batch_op.drop_column("optional")
    for table in _OFFERS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("overall_discount")
    for table in _LINES:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("overall_discount")
            batch_op.drop_column("second_discount")
