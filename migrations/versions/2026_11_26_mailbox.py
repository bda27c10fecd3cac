"""folders, labels, flags, copies, papers joined, receipts and drafts of the mailbox."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "mailbox"
down_revision = "cockpit"
branch_labels = None
depends_on = None

_NO = sa.false()
_ADDED = ("folder", "labels", "flagged", "copies", "attachments", "receipt_asked", "receipt_at")


def upgrade() -> None:
    """Go forward."""
    for column in (
        sa.Column("folder", sa.String(), nullable=False, server_default="box"),
        sa.Column("labels", sa.Text(), nullable=False, server_default=""),
        sa.Column("flagged", sa.Boolean(), nullable=False, server_default=_NO),
        sa.Column("copies", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("attachments", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("receipt_asked", sa.Boolean(), nullable=False, server_default=_NO),
        sa.Column("receipt_at", CompanyTime(), nullable=True),
    ):
        op.add_column("message", column)
    op.create_table(
        "message_draft",
        sa.Column("made_at", CompanyTime(), nullable=False),
        sa.Column("kept_at", CompanyTime(), nullable=False),
        sa.Column("closed_at", CompanyTime(), nullable=True),
        sa.Column("to_key", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("answers", sa.String(), nullable=True),
        sa.Column("proposal", sa.String(), nullable=True),
        sa.Column("copies", sa.JSON(), nullable=False),
        sa.Column("attachments", sa.JSON(), nullable=False),
        sa.Column("signed", sa.Boolean(), nullable=False),
        sa.Column("receipt", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_message_draft_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_message_draft")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_message_draft_run_id_reference")),
    )
    with op.batch_alter_table("message_draft", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_message_draft_run_id_message_draft_closed_at"), ["run_id", "closed_at"]
        )


def downgrade() -> None:
    """Go back."""
    op.drop_table("message_draft")
    for column in reversed(_ADDED):
        op.drop_column("message", column)
