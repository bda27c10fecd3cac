"""data protection: consents, objections, requests of people."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "privacy"
down_revision = "quotes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("contact") as batch:
        batch.add_column(sa.Column("objected_on", sa.Date(), nullable=True))
    op.create_table(
        "consent",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "contact_id"],
            ["contact.run_id", "contact.id"],
            name=op.f("fk_consent_run_id_contact"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_consent_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_consent")),
    )
    op.create_index(
        op.f("ix_consent_run_id_consent_contact_id"), "consent", ["run_id", "contact_id"]
    )
    op.create_table(
        "privacy_request",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("right", sa.String(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("extended", sa.Boolean(), nullable=False),
        sa.Column("answered_at", CompanyTime(), nullable=True),
        sa.Column("kept", sa.JSON(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_privacy_request_run_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "contact_id"],
            ["contact.run_id", "contact.id"],
            name=op.f("fk_privacy_request_run_id_contact"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_privacy_request_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_privacy_request")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_privacy_request_run_id_reference")
        ),
    )
    op.create_index(
        op.f("ix_privacy_request_run_id_privacy_request_customer_id"),
        "privacy_request",
        ["run_id", "customer_id"],
    )


def downgrade() -> None:
    """Come back; consents and requests are lost."""
    op.drop_table("privacy_request")
    op.drop_table("consent")
    with op.batch_alter_table("contact") as batch:
        batch.drop_column("objected_on")
