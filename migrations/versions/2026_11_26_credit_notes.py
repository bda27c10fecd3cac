"""partial credit notes, deposits of packaging on invoices."""

import sqlalchemy as sa
from alembic import op

revision = "credit_notes"
down_revision = "mailbox"
branch_labels = None
depends_on = None

_NIL = {"nullable": False, "server_default": "0"}


def upgrade() -> None:
    """Go forward."""
    op.add_column("invoice", sa.Column("credited_amount", sa.BigInteger(), **_NIL))
    op.add_column("invoice", sa.Column("packaging_deposit", sa.BigInteger(), **_NIL))
    op.execute("UPDATE invoice SET credited_amount = gross WHERE credited")
    with op.batch_alter_table("invoice_line") as table:
        table.alter_column("product_id", existing_type=sa.Integer(), nullable=True)
        table.add_column(sa.Column("packaging", sa.String(), nullable=False, server_default=""))
    whole = "cancellation"
    op.add_column(
        "credit_note", sa.Column("kind", sa.String(), nullable=False, server_default=whole)
    )
    op.add_column("credit_note", sa.Column("left", sa.BigInteger(), **_NIL))
    op.create_index(
        op.f("ix_credit_note_run_id_credit_note_invoice_id"),
        "credit_note",
        ["run_id", "invoice_id"],
    )
    op.create_table(
        "credit_note_line",
        sa.Column("credit_note_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("packaging", sa.String(), nullable=False),
        sa.Column("of_position", sa.Integer(), nullable=False),
        sa.Column("units", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.Integer(), nullable=False),
        sa.Column("vat_rate", sa.Integer(), nullable=False),
        sa.Column("eco", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "credit_note_id"],
            ["credit_note.run_id", "credit_note.id"],
            name=op.f("fk_credit_note_line_run_id_credit_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_credit_note_line_run_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_credit_note_line_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_credit_note_line")),
    )
    op.create_index(
        op.f("ix_credit_note_line_run_id_credit_note_line_credit_note_id"),
        "credit_note_line",
        ["run_id", "credit_note_id"],
    )


def downgrade() -> None:
    """Come back; deposits of packaging and partial credit notes are lost."""
    op.drop_table("credit_note_line")
    op.drop_index(op.f("ix_credit_note_run_id_credit_note_invoice_id"), "credit_note")
    for column in ("kind", "left"):
        op.drop_column("credit_note", column)
    op.execute("DELETE FROM invoice_line WHERE product_id IS NULL")
    with op.batch_alter_table("invoice_line") as table:
        table.drop_column("packaging")
        table.alter_column("product_id", existing_type=sa.Integer(), nullable=False)
    for column in ("credited_amount", "packaging_deposit"):
        op.drop_column("invoice", column)
