"""periodic invoices: the notes that each one covers, and who asks for one a month."""

import sqlalchemy as sa
from alembic import op

revision = "periodic"
down_revision = "saved_filters"
branch_labels = None
depends_on = None

TABLE = "invoiced_delivery"
_NO = {"nullable": False, "server_default": sa.false()}


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.add_column(sa.Column("monthly_invoice", sa.Boolean(), **_NO))
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("periodic", sa.Boolean(), **_NO))
    with op.batch_alter_table("invoice_line", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delivery", sa.String(), nullable=False, server_default=""))
    op.create_table(
        TABLE,
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *(
            sa.ForeignKeyConstraint(
                ["run_id", column],
                [f"{parent}.run_id", f"{parent}.id"],
                name=op.f(f"fk_{TABLE}_run_id_{parent}"),
            )
            for column, parent in (
                ("invoice_id", "invoice"),
                ("delivery_id", "delivery_note"),
                ("order_id", "customer_order"),
            )
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f(f"fk_{TABLE}_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f(f"pk_{TABLE}")),
    )
    for column in ("invoice_id", "delivery_id", "order_id"):
        op.create_index(op.f(f"ix_{TABLE}_run_id_{TABLE}_{column}"), TABLE, ["run_id", column])


def downgrade() -> None:
    """Come back; what periodic invoices cover is lost."""
    op.drop_table(TABLE)
    for table, column in (
        ("invoice_line", "delivery"),
        ("invoice", "periodic"),
        ("customer", "monthly_invoice"),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column(column)
