"""debts handed over to litigation, with their file."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "litigation"
down_revision = "refunds"
branch_labels = None
depends_on = None

TABLE = "litigation_file"


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        TABLE,
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("recipient_name", sa.String(), nullable=False),
        sa.Column("handed_at", CompanyTime(), nullable=False),
        sa.Column("pieces", sa.JSON(), nullable=False),
        sa.Column("principal", sa.BigInteger(), nullable=False),
        sa.Column("penalties", sa.BigInteger(), nullable=False),
        sa.Column("indemnity", sa.BigInteger(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("taken_at", CompanyTime(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("recovered", sa.BigInteger(), nullable=False),
        sa.Column("reported_at", CompanyTime(), nullable=True),
        sa.Column("written_off_at", CompanyTime(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *(
            sa.ForeignKeyConstraint(
                ["run_id", f"{parent}_id"],
                [f"{parent}.run_id", f"{parent}.id"],
                name=op.f(f"fk_{TABLE}_run_id_{parent}"),
            )
            for parent in ("customer", "invoice")
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f(f"fk_{TABLE}_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f(f"pk_{TABLE}")),
        sa.UniqueConstraint("run_id", "reference", name=op.f(f"uq_{TABLE}_run_id_reference")),
    )
    for parent in ("customer", "invoice"):
        op.create_index(
            op.f(f"ix_{TABLE}_run_id_{TABLE}_{parent}_id"), TABLE, ["run_id", f"{parent}_id"]
        )


def downgrade() -> None:
    """Come back; the files handed over are lost."""
    op.drop_table(TABLE)
