"""consents and objections by channel, of people or of customers, in one table."""

import sqlalchemy as sa
from alembic import op

revision = "rights"
down_revision = "quotes_2"
branch_labels = None
depends_on = None

_CONTACT = sa.table(
    "contact",
    sa.column("run_id"),
    sa.column("id"),
    sa.column("customer_id"),
    sa.column("objected_on", sa.Date),
)
_OLD = sa.table(
    "consent",
    sa.column("run_id"),
    sa.column("id"),
    sa.column("contact_id"),
    sa.column("channel"),
    sa.column("basis"),
    sa.column("proof"),
    sa.column("given_on", sa.Date),
    sa.column("withdrawn_on", sa.Date),
)
_NEW = sa.table(
    "consent",
    sa.column("run_id"),
    sa.column("id"),
    sa.column("customer_id"),
    sa.column("contact_id"),
    sa.column("reach"),
    sa.column("choice"),
    sa.column("basis"),
    sa.column("proof"),
    sa.column("chosen_on", sa.Date),
)


def upgrade() -> None:
    """Go forward; what was agreed and refused is carried over."""
    rows = _agreed() + _objected()
    op.drop_table("consent")
    op.create_table(
        "consent",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.Integer(), nullable=True),
        sa.Column("reach", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("chosen_on", sa.Date(), nullable=False),
        *_identity(),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_consent_run_id_customer"),
        ),
    )
    op.create_index(
        op.f("ix_consent_run_id_consent_customer_id"), "consent", ["run_id", "customer_id"]
    )
    op.bulk_insert(_NEW, rows)
    with op.batch_alter_table("contact") as batch:
        batch.drop_column("objected_on")


def _agreed() -> list[dict[str, object]]:
    """Consents, as choices: those withdrawn say so."""
    here = (_OLD.c.run_id == _CONTACT.c.run_id, _OLD.c.contact_id == _CONTACT.c.id)
    query = sa.select(_OLD, _CONTACT.c.customer_id).join(_CONTACT, sa.and_(*here))
    return [
        {
            "run_id": row.run_id,
            "id": row.id,
            "customer_id": row.customer_id,
            "contact_id": row.contact_id,
            "reach": row.channel,
            "choice": "withdrawn" if row.withdrawn_on else "granted",
            "basis": row.basis,
            "proof": row.proof,
            "chosen_on": row.withdrawn_on or row.given_on,
        }
        for row in op.get_bind().execute(query)
    ]


def _objected() -> list[dict[str, object]]:
    """Objections; ids come from one counter a run, so a person's is free among consents."""
    query = sa.select(_CONTACT).where(_CONTACT.c.objected_on.is_not(None))
    return [
        {
            "run_id": row.run_id,
            "id": row.id,
            "customer_id": row.customer_id,
            "contact_id": row.id,
            "reach": "any",
            "choice": "objected",
            "basis": "consent",
            "proof": "",
            "chosen_on": row.objected_on,
        }
        for row in op.get_bind().execute(query)
    ]


def _identity() -> tuple[sa.schema.SchemaItem, ...]:
    """Key of a table of a run, and the person."""
    return (
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


def downgrade() -> None:
    """Come back; choices of a customer without a person are lost."""
    rows = [row for row in op.get_bind().execute(sa.select(_NEW)) if row.contact_id]
    with op.batch_alter_table("contact") as batch:
        batch.add_column(sa.Column("objected_on", sa.Date(), nullable=True))
    op.drop_table("consent")
    op.create_table(
        "consent",
        sa.Column("contact_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.Column("withdrawn_on", sa.Date(), nullable=True),
        *_identity(),
    )
    op.create_index(
        op.f("ix_consent_run_id_consent_contact_id"), "consent", ["run_id", "contact_id"]
    )
    for row in rows:
        if row.choice == "objected":
            op.execute(
                _CONTACT.update()
                .where(_CONTACT.c.run_id == row.run_id, _CONTACT.c.id == row.contact_id)
                .values(objected_on=row.chosen_on)
            )
    op.bulk_insert(_OLD, [_back(row) for row in rows if row.choice != "objected"])


def _back(row: sa.Row[tuple[object, ...]]) -> dict[str, object]:
    return {
        "run_id": row.run_id,
        "id": row.id,
        "contact_id": row.contact_id,
        "channel": row.reach,
        "basis": row.basis,
        "proof": row.proof,
        "given_on": row.chosen_on,
        "withdrawn_on": row.chosen_on if row.choice == "withdrawn" else None,
    }
