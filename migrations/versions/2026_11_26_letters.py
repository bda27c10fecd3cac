"""letters that go by post."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "letters"
down_revision = "complaints"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "letter",
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("registered", sa.Boolean(), nullable=False),
        sa.Column("to_key", sa.String(), nullable=False),
        sa.Column("to_name", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("posted_at", CompanyTime(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("tracking", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("presented_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("returned_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_letter_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_letter_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_letter")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_letter_run_id_reference")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_letter_run_id_letter_posted_at"), ["run_id", "posted_at"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("letter")
