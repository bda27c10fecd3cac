"""when a prospect last got in touch."""

import sqlalchemy as sa
from alembic import op

revision = "rights_2"
down_revision = "quotes_3"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("customer") as batch:
        batch.add_column(sa.Column("last_contact_on", sa.Date(), nullable=True))


def downgrade() -> None:
    """Come back; the days are lost."""
    with op.batch_alter_table("customer") as batch:
        batch.drop_column("last_contact_on")
