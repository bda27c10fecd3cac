"""insolvency proceedings and the debts declared in them."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "insolvency"
down_revision = "plans"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "insolvency",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("proceedings", sa.String(), nullable=False),
        sa.Column("court", sa.String(), nullable=False),
        sa.Column("judged_on", sa.Date(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("receiver", sa.String(), nullable=False),
        sa.Column("receiver_street", sa.String(), nullable=False),
        sa.Column("receiver_postcode", sa.String(), nullable=False),
        sa.Column("receiver_town", sa.String(), nullable=False),
        sa.Column("noted_at", CompanyTime(), nullable=True),
        *_identity("insolvency", "customer"),
    )
    op.create_index(
        op.f("ix_insolvency_run_id_insolvency_customer_id"),
        "insolvency",
        ["run_id", "customer_id"],
    )
    op.create_table(
        "debt_claim",
        sa.Column("insolvency_id", sa.Integer(), nullable=False),
        sa.Column("declared_at", CompanyTime(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("invoices", sa.JSON(), nullable=False),
        sa.Column("principal", sa.BigInteger(), nullable=False),
        sa.Column("penalties", sa.BigInteger(), nullable=False),
        sa.Column("indemnity", sa.BigInteger(), nullable=False),
        *_identity("debt_claim", "insolvency"),
    )
    op.create_index(
        op.f("ix_debt_claim_run_id_debt_claim_insolvency_id"),
        "debt_claim",
        ["run_id", "insolvency_id"],
    )


def _identity(table: str, parent: str) -> tuple[sa.schema.SchemaItem, ...]:
    """Key and reference of a table of a run, and the row of the run that it hangs on."""
    return (
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", f"{parent}_id"],
            [f"{parent}.run_id", f"{parent}.id"],
            name=op.f(f"fk_{table}_run_id_{parent}"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f(f"fk_{table}_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("run_id", "reference", name=op.f(f"uq_{table}_run_id_reference")),
    )


def downgrade() -> None:
    """Come back; the proceedings are lost."""
    op.drop_table("debt_claim")
    op.drop_table("insolvency")
