"""links in messages, and what is reported as a fraud."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime

revision = "suspicion"
down_revision = "letters"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    for column in (
        sa.Column("link", sa.String(), nullable=False, server_default=""),
        sa.Column("fraudulent", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("reported_at", CompanyTime(), nullable=True),
    ):
        op.add_column("message", column)


def downgrade() -> None:
    """Go back."""
    for name in ("reported_at", "fraudulent", "link"):
        op.drop_column("message", name)
