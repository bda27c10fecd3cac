"""solvency files, and how firms are doing."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "solvency"
down_revision = "rights_2"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("customer") as batch:
        batch.add_column(sa.Column("health", sa.String(), nullable=False, server_default=""))
    op.create_table(
        "solvency_file",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", CompanyTime(), nullable=False),
        sa.Column("looked", sa.JSON(), nullable=False),
        sa.Column("asked", sa.JSON(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("concluded_at", CompanyTime(), nullable=True),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("limit", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("applied", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_solvency_file_run_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_solvency_file_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_solvency_file")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_solvency_file_run_id_reference")),
    )
    op.create_index(
        op.f("ix_solvency_file_run_id_solvency_file_customer_id"),
        "solvency_file",
        ["run_id", "customer_id"],
    )


def downgrade() -> None:
    """Come back; the files are lost."""
    op.drop_table("solvency_file")
    with op.batch_alter_table("customer") as batch:
        batch.drop_column("health")
