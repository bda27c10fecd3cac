"""first tables."""

import sqlalchemy as sa
from alembic import op

from sandbox.core.orm import CompanyTime
from sandbox.journal import triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    op.create_table(
        "cohort",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("trainer_id", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cohort")),
        sa.UniqueConstraint("name", name=op.f("uq_cohort_name")),
    )
    op.create_table(
        "setting_version",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_setting_version")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("cohort_id", sa.Integer(), nullable=True),
        sa.Column("session_key", sa.String(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", CompanyTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cohort_id"], ["cohort.id"], name=op.f("fk_account_cohort_id_cohort")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_cohort_id"), ["cohort_id"], unique=False)

    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scenario", sa.String(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("forked_at", sa.Integer(), nullable=True),
        sa.Column("clock", CompanyTime(), nullable=False),
        sa.Column("next_event_at", CompanyTime(), nullable=True),
        sa.Column("next_id", sa.Integer(), nullable=False),
        sa.Column("counters", sa.JSON(), nullable=False),
        sa.Column("move_seq", sa.Integer(), nullable=False),
        sa.Column("entry_seq", sa.Integer(), nullable=False),
        sa.Column("head_hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["digest"], ["setting_version.digest"], name=op.f("fk_run_digest_setting_version")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["account.id"], name=op.f("fk_run_owner_id_account")),
        sa.ForeignKeyConstraint(["parent_id"], ["run.id"], name=op.f("fk_run_parent_id_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
    )
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_run_owner_id"), ["owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_run_status"), ["status"], unique=False)

    op.create_table(
        "bank_line",
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("recorded", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_bank_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_bank_line")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_bank_line_run_id_reference")),
    )
    with op.batch_alter_table("bank_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_bank_line_run_id_bank_line_recorded"),
            ["run_id", "recorded"],
            unique=False,
        )

    op.create_table(
        "carrier",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("delay_days", sa.Integer(), nullable=False),
        sa.Column("cut_off", sa.String(), nullable=False),
        sa.Column("grams_co2", sa.Integer(), nullable=False),
        sa.Column("conditions", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_carrier_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_carrier")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_carrier_run_id_reference")),
    )
    op.create_table(
        "customer",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("business", sa.Boolean(), nullable=False),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("siren", sa.String(), nullable=False),
        sa.Column("siret", sa.String(), nullable=False),
        sa.Column("vat_number", sa.String(), nullable=False),
        sa.Column("platform_address", sa.String(), nullable=False),
        sa.Column("street", sa.String(), nullable=False),
        sa.Column("postcode", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("delivery_street", sa.String(), nullable=False),
        sa.Column("delivery_postcode", sa.String(), nullable=False),
        sa.Column("delivery_town", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("preferred_channel", sa.String(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("credit_limit", sa.BigInteger(), nullable=False),
        sa.Column("mean_order", sa.BigInteger(), nullable=False),
        sa.Column("known_since", sa.Date(), nullable=True),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_customer_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_customer")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_customer_run_id_reference")),
    )
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_customer_run_id_customer_name"), ["run_id", "name"], unique=False
        )

    op.create_table(
        "directory_line",
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("siren", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("wants_order_number", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_directory_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_directory_line")),
    )
    with op.batch_alter_table("directory_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_directory_line_run_id_directory_line_siren"),
            ["run_id", "siren"],
            unique=False,
        )

    op.create_table(
        "event",
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_event_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_event_run_id_event_done_event_at"),
            ["run_id", "done", "at"],
            unique=False,
        )

    op.create_table(
        "incident",
        sa.Column("incident", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("planned_at", CompanyTime(), nullable=True),
        sa.Column("struck_at", CompanyTime(), nullable=True),
        sa.Column("struck_seq", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_incident_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_incident")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_incident_run_id_reference")),
    )
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_incident_run_id_incident_status"), ["run_id", "status"], unique=False
        )

    op.create_table(
        "journal_entry",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_journal_entry_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "seq", name=op.f("pk_journal_entry")),
    )
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journal_entry_run_id_journal_entry_reference"),
            ["run_id", "reference"],
            unique=False,
        )

    op.create_table(
        "judgement_entry",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_judgement_entry_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "seq", name=op.f("pk_judgement_entry")),
    )
    op.create_table(
        "move",
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("use_case", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=True),
        sa.Column("arguments", sa.Text(), nullable=False),
        sa.Column("refusal", sa.String(), nullable=True),
        sa.Column("last_entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_move_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "seq", name=op.f("pk_move")),
    )
    op.create_table(
        "outbox_item",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("done_at", CompanyTime(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_outbox_item_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_outbox_item")),
    )
    with op.batch_alter_table("outbox_item", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_item_todo", ["done_at", "failures"], unique=False)

    op.create_table(
        "regard",
        sa.Column("loyalty", sa.Integer(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_regard_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_regard")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_regard_run_id_reference")),
    )
    op.create_table(
        "stored_document",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("issued_at", CompanyTime(), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_stored_document_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_stored_document")),
    )
    with op.batch_alter_table("stored_document", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_stored_document_run_id_stored_document_reference"),
            ["run_id", "reference"],
            unique=False,
        )

    op.create_table(
        "supplier",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("town", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=False),
        sa.Column("marketplace", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_supplier_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_supplier")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_supplier_run_id_reference")),
    )
    op.create_table(
        "approval",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("requested_at", CompanyTime(), nullable=False),
        sa.Column("decided_at", CompanyTime(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_approval_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_approval_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_approval")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_approval_run_id_reference")),
    )
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_approval_run_id_approval_about"), ["run_id", "about"], unique=False
        )

    op.create_table(
        "archive_item",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("direction", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("partner", sa.String(), nullable=False),
        sa.Column("partner_name", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stored_id", sa.Integer(), nullable=True),
        sa.Column("keep_until", sa.Date(), nullable=False),
        sa.Column("folder", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("filed_at", CompanyTime(), nullable=True),
        sa.Column("destroyed_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "stored_id"],
            ["stored_document.run_id", "stored_document.id"],
            name=op.f("fk_archive_item_run_id_stored_id_stored_document"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_archive_item_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_archive_item")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_archive_item_run_id_reference")),
    )
    with op.batch_alter_table("archive_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_archive_item_run_id_archive_item_dated_archive_item_id"),
            ["run_id", "dated", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_archive_item_run_id_archive_item_folder"),
            ["run_id", "folder"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_archive_item_run_id_archive_item_number"),
            ["run_id", "number"],
            unique=False,
        )

    op.create_table(
        "contact",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_contact_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_contact_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_contact")),
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_run_id_contact_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )

    op.create_table(
        "departure",
        sa.Column("carrier_id", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("grams_co2", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "carrier_id"],
            ["carrier.run_id", "carrier.id"],
            name=op.f("fk_departure_run_id_carrier_id_carrier"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_departure_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_departure")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_departure_run_id_reference")),
    )
    op.create_table(
        "message",
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("outgoing", sa.Boolean(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("sender_key", sa.String(), nullable=False),
        sa.Column("sender_name", sa.String(), nullable=False),
        sa.Column("to_key", sa.String(), nullable=False),
        sa.Column("to_name", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("answers", sa.String(), nullable=True),
        sa.Column("proposal", sa.String(), nullable=True),
        sa.Column("read_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_message_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_message_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_message")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_message_run_id_reference")),
    )
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_message_run_id_message_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_message_run_id_message_outgoing_message_at"),
            ["run_id", "outgoing", "at"],
            unique=False,
        )

    op.create_table(
        "packaging_move",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("packaging", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_packaging_move_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_packaging_move_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_packaging_move")),
    )
    with op.batch_alter_table("packaging_move", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_packaging_move_run_id_packaging_move_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_packaging_move_run_id_packaging_move_document"),
            ["run_id", "document"],
            unique=False,
        )

    op.create_table(
        "payment",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("bank_line_id", sa.Integer(), nullable=True),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("left", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", CompanyTime(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "bank_line_id"],
            ["bank_line.run_id", "bank_line.id"],
            name=op.f("fk_payment_run_id_bank_line_id_bank_line"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_payment_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_payment_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_payment")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_payment_run_id_reference")),
    )
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_payment_run_id_payment_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )

    op.create_table(
        "phone_call",
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("outgoing", sa.Boolean(), nullable=False),
        sa.Column("other_key", sa.String(), nullable=False),
        sa.Column("other_name", sa.String(), nullable=False),
        sa.Column("dialogue", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("began_at", CompanyTime(), nullable=False),
        sa.Column("ended_at", CompanyTime(), nullable=True),
        sa.Column("script", sa.JSON(), nullable=False),
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("mood", sa.Integer(), nullable=False),
        sa.Column("proposal", sa.String(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("voicemail", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_phone_call_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_phone_call_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_phone_call")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_phone_call_run_id_reference")),
    )
    with op.batch_alter_table("phone_call", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_phone_call_run_id_phone_call_state"), ["run_id", "state"], unique=False
        )

    op.create_table(
        "product",
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        sa.Column("eco", sa.BigInteger(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("ean", sa.String(), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=True),
        sa.Column("stocked", sa.Boolean(), nullable=False),
        sa.Column("pack", sa.Integer(), nullable=False),
        sa.Column("reorder_point", sa.Integer(), nullable=False),
        sa.Column("reorder_quantity", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("made", sa.Boolean(), nullable=False),
        sa.Column("make_days", sa.Integer(), nullable=False),
        sa.Column("demand", sa.Integer(), nullable=False),
        sa.Column("safety", sa.Integer(), nullable=False),
        sa.Column("physical", sa.Integer(), nullable=False),
        sa.Column("reserved", sa.Integer(), nullable=False),
        sa.Column("quarantined", sa.Integer(), nullable=False),
        sa.Column("miscount", sa.Integer(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "supplier_id"],
            ["supplier.run_id", "supplier.id"],
            name=op.f("fk_product_run_id_supplier_id_supplier"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_product_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_product")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_product_run_id_reference")),
    )
    op.create_table(
        "purchase_order",
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("sent_at", CompanyTime(), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=True),
        sa.Column("chased_at", CompanyTime(), nullable=True),
        sa.Column("received_at", CompanyTime(), nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("offer", sa.String(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "supplier_id"],
            ["supplier.run_id", "supplier.id"],
            name=op.f("fk_purchase_order_run_id_supplier_id_supplier"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_purchase_order_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_purchase_order")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_purchase_order_run_id_reference")),
    )
    with op.batch_alter_table("purchase_order", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_purchase_order_run_id_purchase_order_status"),
            ["run_id", "status"],
            unique=False,
        )

    op.create_table(
        "arrival",
        sa.Column("purchase_order_id", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("announced", sa.JSON(), nullable=False),
        sa.Column("counted", sa.JSON(), nullable=True),
        sa.Column("damaged", sa.JSON(), nullable=True),
        sa.Column("reserves", sa.Text(), nullable=False),
        sa.Column("booked_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "purchase_order_id"],
            ["purchase_order.run_id", "purchase_order.id"],
            name=op.f("fk_arrival_run_id_purchase_order_id_purchase_order"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_arrival_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_arrival")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_arrival_run_id_reference")),
    )
    op.create_table(
        "market_offer",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("delay_days", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("conditions", sa.String(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_market_offer_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "supplier_id"],
            ["supplier.run_id", "supplier.id"],
            name=op.f("fk_market_offer_run_id_supplier_id_supplier"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_market_offer_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_market_offer")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_market_offer_run_id_reference")),
    )
    with op.batch_alter_table("market_offer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_market_offer_run_id_market_offer_product_id"),
            ["run_id", "product_id"],
            unique=False,
        )

    op.create_table(
        "production_request",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("needed_for", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("asked_at", CompanyTime(), nullable=False),
        sa.Column("wanted_on", sa.Date(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("chased_at", CompanyTime(), nullable=True),
        sa.Column("rounds", sa.Integer(), nullable=False),
        sa.Column("done_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_production_request_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_production_request_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_production_request")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_production_request_run_id_reference")
        ),
    )
    with op.batch_alter_table("production_request", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_production_request_run_id_production_request_product_id"),
            ["run_id", "product_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_production_request_run_id_production_request_status"),
            ["run_id", "status"],
            unique=False,
        )

    op.create_table(
        "purchase_order_line",
        sa.Column("purchase_order_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("ordered", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("invoiced", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_purchase_order_line_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "purchase_order_id"],
            ["purchase_order.run_id", "purchase_order.id"],
            name=op.f("fk_purchase_order_line_run_id_purchase_order_id_purchase_order"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_purchase_order_line_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_purchase_order_line")),
    )
    with op.batch_alter_table("purchase_order_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_purchase_order_line_run_id_purchase_order_line_product_id"),
            ["run_id", "product_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_purchase_order_line_run_id_purchase_order_line_purchase_order_id"),
            ["run_id", "purchase_order_id"],
            unique=False,
        )

    op.create_table(
        "quarantine",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("opened_at", CompanyTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("closed_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_quarantine_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_quarantine_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_quarantine")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_quarantine_run_id_reference")),
    )
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_quarantine_run_id_quarantine_document"),
            ["run_id", "document"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_quarantine_run_id_quarantine_outcome"),
            ["run_id", "outcome"],
            unique=False,
        )

    op.create_table(
        "quote",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("enquiry_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("drawn_up_at", CompanyTime(), nullable=False),
        sa.Column("sent_at", CompanyTime(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("followed_up_at", CompanyTime(), nullable=True),
        sa.Column("answered_at", CompanyTime(), nullable=True),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_quote_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "enquiry_id"],
            ["message.run_id", "message.id"],
            name=op.f("fk_quote_run_id_enquiry_id_message"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_quote_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_quote")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_quote_run_id_reference")),
    )
    with op.batch_alter_table("quote", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_quote_run_id_quote_customer_id"), ["run_id", "customer_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_quote_run_id_quote_status"), ["run_id", "status"], unique=False
        )

    op.create_table(
        "reservation",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_reservation_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_reservation_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_reservation")),
    )
    with op.batch_alter_table("reservation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reservation_run_id_reservation_document"),
            ["run_id", "document"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_reservation_run_id_reservation_product_id"),
            ["run_id", "product_id"],
            unique=False,
        )

    op.create_table(
        "stock_count",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("asked_at", CompanyTime(), nullable=False),
        sa.Column("counted_at", CompanyTime(), nullable=True),
        sa.Column("book", sa.Integer(), nullable=True),
        sa.Column("counted", sa.Integer(), nullable=True),
        sa.Column("unit_cost", sa.BigInteger(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("adjusted_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_stock_count_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_stock_count_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_stock_count")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_stock_count_run_id_reference")),
    )
    with op.batch_alter_table("stock_count", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_stock_count_run_id_stock_count_status"),
            ["run_id", "status"],
            unique=False,
        )

    op.create_table(
        "stock_move",
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_stock_move_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_stock_move_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_stock_move")),
    )
    with op.batch_alter_table("stock_move", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_stock_move_run_id_stock_move_at_stock_move_id"),
            ["run_id", "at", "id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_stock_move_run_id_stock_move_product_id_stock_move_at_stock_move_id"),
            ["run_id", "product_id", "at", "id"],
            unique=False,
        )

    op.create_table(
        "supplier_claim",
        sa.Column("purchase_order_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("arrival", sa.String(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("asks", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("opened_at", CompanyTime(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("credit", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", CompanyTime(), nullable=True),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_supplier_claim_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "purchase_order_id"],
            ["purchase_order.run_id", "purchase_order.id"],
            name=op.f("fk_supplier_claim_run_id_purchase_order_id_purchase_order"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_supplier_claim_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_supplier_claim")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_supplier_claim_run_id_reference")),
    )
    with op.batch_alter_table("supplier_claim", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_claim_run_id_supplier_claim_outcome"),
            ["run_id", "outcome"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_claim_run_id_supplier_claim_purchase_order_id"),
            ["run_id", "purchase_order_id"],
            unique=False,
        )

    op.create_table(
        "supplier_invoice",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("purchase_order_id", sa.Integer(), nullable=False),
        sa.Column("supplier_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("received_at", CompanyTime(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("matched_at", CompanyTime(), nullable=True),
        sa.Column("decided_at", CompanyTime(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "purchase_order_id"],
            ["purchase_order.run_id", "purchase_order.id"],
            name=op.f("fk_supplier_invoice_run_id_purchase_order_id_purchase_order"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "supplier_id"],
            ["supplier.run_id", "supplier.id"],
            name=op.f("fk_supplier_invoice_run_id_supplier_id_supplier"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_supplier_invoice_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_supplier_invoice")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_supplier_invoice_run_id_reference")
        ),
    )
    with op.batch_alter_table("supplier_invoice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_invoice_run_id_supplier_invoice_purchase_order_id"),
            ["run_id", "purchase_order_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_supplier_invoice_run_id_supplier_invoice_status"),
            ["run_id", "status"],
            unique=False,
        )

    op.create_table(
        "transmission",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "item_id"],
            ["archive_item.run_id", "archive_item.id"],
            name=op.f("fk_transmission_run_id_item_id_archive_item"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_transmission_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_transmission")),
    )
    with op.batch_alter_table("transmission", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_transmission_run_id_transmission_item_id"),
            ["run_id", "item_id"],
            unique=False,
        )

    op.create_table(
        "carrier_protest",
        sa.Column("arrival_id", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "arrival_id"],
            ["arrival.run_id", "arrival.id"],
            name=op.f("fk_carrier_protest_run_id_arrival_id_arrival"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_carrier_protest_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_carrier_protest")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_carrier_protest_run_id_reference")
        ),
    )
    with op.batch_alter_table("carrier_protest", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_carrier_protest_run_id_carrier_protest_arrival_id"),
            ["run_id", "arrival_id"],
            unique=False,
        )

    op.create_table(
        "customer_order",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("quote_id", sa.Integer(), nullable=True),
        sa.Column("customer_reference", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("received_at", CompanyTime(), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=True),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", CompanyTime(), nullable=True),
        sa.Column("acknowledged_at", CompanyTime(), nullable=True),
        sa.Column("hold_reason", sa.String(), nullable=False),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_customer_order_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "quote_id"],
            ["quote.run_id", "quote.id"],
            name=op.f("fk_customer_order_run_id_quote_id_quote"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_customer_order_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_customer_order")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_customer_order_run_id_reference")),
    )
    with op.batch_alter_table("customer_order", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_customer_order_run_id_customer_order_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_customer_order_run_id_customer_order_status"),
            ["run_id", "status"],
            unique=False,
        )

    op.create_table(
        "quote_line",
        sa.Column("quote_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        sa.Column("eco", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_quote_line_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "quote_id"],
            ["quote.run_id", "quote.id"],
            name=op.f("fk_quote_line_run_id_quote_id_quote"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_quote_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_quote_line")),
    )
    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_quote_line_run_id_quote_line_quote_id"),
            ["run_id", "quote_id"],
            unique=False,
        )

    op.create_table(
        "supplier_invoice_line",
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "invoice_id"],
            ["supplier_invoice.run_id", "supplier_invoice.id"],
            name=op.f("fk_supplier_invoice_line_run_id_invoice_id_supplier_invoice"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_supplier_invoice_line_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_supplier_invoice_line_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_supplier_invoice_line")),
    )
    with op.batch_alter_table("supplier_invoice_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_supplier_invoice_line_run_id_supplier_invoice_line_invoice_id"),
            ["run_id", "invoice_id"],
            unique=False,
        )

    op.create_table(
        "delivery_note",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("carrier_id", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("prepared_at", CompanyTime(), nullable=False),
        sa.Column("shipped_at", CompanyTime(), nullable=True),
        sa.Column("arrives_on", sa.Date(), nullable=True),
        sa.Column("delivered_at", CompanyTime(), nullable=True),
        sa.Column("cost", sa.BigInteger(), nullable=False),
        sa.Column("invoiced", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "carrier_id"],
            ["carrier.run_id", "carrier.id"],
            name=op.f("fk_delivery_note_run_id_carrier_id_carrier"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_delivery_note_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "order_id"],
            ["customer_order.run_id", "customer_order.id"],
            name=op.f("fk_delivery_note_run_id_order_id_customer_order"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_delivery_note_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_delivery_note")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_delivery_note_run_id_reference")),
    )
    with op.batch_alter_table("delivery_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delivery_note_run_id_delivery_note_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_delivery_note_run_id_delivery_note_order_id"),
            ["run_id", "order_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_delivery_note_run_id_delivery_note_status"),
            ["run_id", "status"],
            unique=False,
        )

    op.create_table(
        "order_line",
        sa.Column("order_id", sa.Integer(), nullable=False),
        sa.Column("shipped", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        sa.Column("eco", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "order_id"],
            ["customer_order.run_id", "customer_order.id"],
            name=op.f("fk_order_line_run_id_order_id_customer_order"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_order_line_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_order_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_order_line")),
    )
    with op.batch_alter_table("order_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_order_line_run_id_order_line_order_id"),
            ["run_id", "order_id"],
            unique=False,
        )

    op.create_table(
        "customer_return",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("cause", sa.String(), nullable=False),
        sa.Column("sound", sa.Boolean(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_customer_return_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_customer_return_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_customer_return_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_customer_return")),
        sa.UniqueConstraint(
            "run_id", "reference", name=op.f("uq_customer_return_run_id_reference")
        ),
    )
    with op.batch_alter_table("customer_return", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_customer_return_run_id_customer_return_delivery_id"),
            ["run_id", "delivery_id"],
            unique=False,
        )

    op.create_table(
        "delivery_line",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("order_line_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("backorder", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_delivery_line_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "order_line_id"],
            ["order_line.run_id", "order_line.id"],
            name=op.f("fk_delivery_line_run_id_order_line_id_order_line"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_delivery_line_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_delivery_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_delivery_line")),
    )
    with op.batch_alter_table("delivery_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delivery_line_run_id_delivery_line_delivery_id"),
            ["run_id", "delivery_id"],
            unique=False,
        )

    op.create_table(
        "delivery_proof",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("asked_at", CompanyTime(), nullable=False),
        sa.Column("received_at", CompanyTime(), nullable=True),
        sa.Column("signed", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_delivery_proof_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_delivery_proof_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_delivery_proof")),
    )
    with op.batch_alter_table("delivery_proof", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delivery_proof_run_id_delivery_proof_delivery_id"),
            ["run_id", "delivery_id"],
            unique=False,
        )

    op.create_table(
        "delivery_reserve",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("nature", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_delivery_reserve_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_delivery_reserve_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_delivery_reserve_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_delivery_reserve")),
    )
    with op.batch_alter_table("delivery_reserve", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_delivery_reserve_run_id_delivery_reserve_delivery_id"),
            ["run_id", "delivery_id"],
            unique=False,
        )

    op.create_table(
        "departure_line",
        sa.Column("departure_id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_departure_line_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "departure_id"],
            ["departure.run_id", "departure.id"],
            name=op.f("fk_departure_line_run_id_departure_id_departure"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_departure_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_departure_line")),
        sa.UniqueConstraint(
            "run_id", "delivery_id", name=op.f("uq_departure_line_run_id_delivery_id")
        ),
    )
    with op.batch_alter_table("departure_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_departure_line_run_id_departure_line_departure_id"),
            ["run_id", "departure_id"],
            unique=False,
        )

    op.create_table(
        "invoice",
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("order_id", sa.Integer(), nullable=True),
        sa.Column("delivery_id", sa.Integer(), nullable=True),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("supplied_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("terms", sa.String(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("platform_status", sa.String(), nullable=False),
        sa.Column("platform_reason", sa.String(), nullable=False),
        sa.Column("lifecycle", sa.Integer(), nullable=False),
        sa.Column("addressee", sa.JSON(), nullable=False),
        sa.Column("dunning_level", sa.String(), nullable=False),
        sa.Column("dunned_at", CompanyTime(), nullable=True),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("credited", sa.Boolean(), nullable=False),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_invoice_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_invoice_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "order_id"],
            ["customer_order.run_id", "customer_order.id"],
            name=op.f("fk_invoice_run_id_order_id_customer_order"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_invoice_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_invoice")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_invoice_run_id_reference")),
    )
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invoice_run_id_invoice_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_invoice_run_id_invoice_due_on"), ["run_id", "due_on"], unique=False
        )

    op.create_table(
        "parcel",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("packaging", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("net", sa.Integer(), nullable=False),
        sa.Column("gross", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("deposit", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_parcel_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_parcel_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_parcel")),
    )
    with op.batch_alter_table("parcel", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_parcel_run_id_parcel_delivery_id"),
            ["run_id", "delivery_id"],
            unique=False,
        )

    op.create_table(
        "shipping_instruction",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("leaves_on", sa.Date(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("dangerous", sa.Boolean(), nullable=False),
        sa.Column("incoterm", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_shipping_instruction_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id"], ["run.id"], name=op.f("fk_shipping_instruction_run_id_run")
        ),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_shipping_instruction")),
        sa.UniqueConstraint(
            "run_id", "delivery_id", name=op.f("uq_shipping_instruction_run_id_delivery_id")
        ),
    )
    op.create_table(
        "take_back",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_take_back_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "delivery_id"],
            ["delivery_note.run_id", "delivery_note.id"],
            name=op.f("fk_take_back_run_id_delivery_id_delivery_note"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_take_back_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_take_back")),
    )
    with op.batch_alter_table("take_back", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_take_back_run_id_take_back_delivery_id"),
            ["run_id", "delivery_id"],
            unique=False,
        )

    op.create_table(
        "credit_note",
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.Column("carriage", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("vat", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "customer_id"],
            ["customer.run_id", "customer.id"],
            name=op.f("fk_credit_note_run_id_customer_id_customer"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "invoice_id"],
            ["invoice.run_id", "invoice.id"],
            name=op.f("fk_credit_note_run_id_invoice_id_invoice"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_credit_note_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_credit_note")),
        sa.UniqueConstraint("run_id", "reference", name=op.f("uq_credit_note_run_id_reference")),
    )
    with op.batch_alter_table("credit_note", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_credit_note_run_id_credit_note_customer_id"),
            ["run_id", "customer_id"],
            unique=False,
        )

    op.create_table(
        "dunning",
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("penalties", sa.BigInteger(), nullable=False),
        sa.Column("indemnity", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "invoice_id"],
            ["invoice.run_id", "invoice.id"],
            name=op.f("fk_dunning_run_id_invoice_id_invoice"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_dunning_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_dunning")),
    )
    with op.batch_alter_table("dunning", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dunning_run_id_dunning_invoice_id"),
            ["run_id", "invoice_id"],
            unique=False,
        )

    op.create_table(
        "invoice_line",
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("discount", sa.BigInteger(), nullable=False),
        sa.Column("vat_rate", sa.BigInteger(), nullable=False),
        sa.Column("eco", sa.BigInteger(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "invoice_id"],
            ["invoice.run_id", "invoice.id"],
            name=op.f("fk_invoice_line_run_id_invoice_id_invoice"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "product_id"],
            ["product.run_id", "product.id"],
            name=op.f("fk_invoice_line_run_id_product_id_product"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_invoice_line_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_invoice_line")),
    )
    with op.batch_alter_table("invoice_line", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invoice_line_run_id_invoice_line_invoice_id"),
            ["run_id", "invoice_id"],
            unique=False,
        )

    op.create_table(
        "platform_event",
        sa.Column("invoice_id", sa.Integer(), nullable=True),
        sa.Column("supplier_invoice_id", sa.Integer(), nullable=True),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "invoice_id"],
            ["invoice.run_id", "invoice.id"],
            name=op.f("fk_platform_event_run_id_invoice_id_invoice"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "supplier_invoice_id"],
            ["supplier_invoice.run_id", "supplier_invoice.id"],
            name=op.f("fk_platform_event_run_id_supplier_invoice_id_supplier_invoice"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_platform_event_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_platform_event")),
    )
    with op.batch_alter_table("platform_event", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_platform_event_run_id_platform_event_invoice_id"),
            ["run_id", "invoice_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_platform_event_run_id_platform_event_supplier_invoice_id"),
            ["run_id", "supplier_invoice_id"],
            unique=False,
        )

    op.create_table(
        "reconciliation",
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("at", CompanyTime(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id", "invoice_id"],
            ["invoice.run_id", "invoice.id"],
            name=op.f("fk_reconciliation_run_id_invoice_id_invoice"),
        ),
        sa.ForeignKeyConstraint(
            ["run_id", "payment_id"],
            ["payment.run_id", "payment.id"],
            name=op.f("fk_reconciliation_run_id_payment_id_payment"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_reconciliation_run_id_run")),
        sa.PrimaryKeyConstraint("run_id", "id", name=op.f("pk_reconciliation")),
    )
    with op.batch_alter_table("reconciliation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_reconciliation_run_id_reconciliation_invoice_id"),
            ["run_id", "invoice_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_reconciliation_run_id_reconciliation_payment_id"),
            ["run_id", "payment_id"],
            unique=False,
        )
    triggers.create(op.get_bind())


def downgrade() -> None:
    """Come back."""
    triggers.drop(op.get_bind())
    with op.batch_alter_table("reconciliation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reconciliation_run_id_reconciliation_payment_id"))
        batch_op.drop_index(batch_op.f("ix_reconciliation_run_id_reconciliation_invoice_id"))

    op.drop_table("reconciliation")
    with op.batch_alter_table("platform_event", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_platform_event_run_id_platform_event_supplier_invoice_id")
        )
        batch_op.drop_index(batch_op.f("ix_platform_event_run_id_platform_event_invoice_id"))

    op.drop_table("platform_event")
    with op.batch_alter_table("invoice_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invoice_line_run_id_invoice_line_invoice_id"))

    op.drop_table("invoice_line")
    with op.batch_alter_table("dunning", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dunning_run_id_dunning_invoice_id"))

    op.drop_table("dunning")
    with op.batch_alter_table("credit_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_credit_note_run_id_credit_note_customer_id"))

    op.drop_table("credit_note")
    with op.batch_alter_table("take_back", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_take_back_run_id_take_back_delivery_id"))

    op.drop_table("take_back")
    op.drop_table("shipping_instruction")
    with op.batch_alter_table("parcel", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_parcel_run_id_parcel_delivery_id"))

    op.drop_table("parcel")
    with op.batch_alter_table("invoice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invoice_run_id_invoice_due_on"))
        batch_op.drop_index(batch_op.f("ix_invoice_run_id_invoice_customer_id"))

    op.drop_table("invoice")
    with op.batch_alter_table("departure_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_departure_line_run_id_departure_line_departure_id"))

    op.drop_table("departure_line")
    with op.batch_alter_table("delivery_reserve", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_reserve_run_id_delivery_reserve_delivery_id"))

    op.drop_table("delivery_reserve")
    with op.batch_alter_table("delivery_proof", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_proof_run_id_delivery_proof_delivery_id"))

    op.drop_table("delivery_proof")
    with op.batch_alter_table("delivery_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_line_run_id_delivery_line_delivery_id"))

    op.drop_table("delivery_line")
    with op.batch_alter_table("customer_return", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_return_run_id_customer_return_delivery_id"))

    op.drop_table("customer_return")
    with op.batch_alter_table("order_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_order_line_run_id_order_line_order_id"))

    op.drop_table("order_line")
    with op.batch_alter_table("delivery_note", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delivery_note_run_id_delivery_note_status"))
        batch_op.drop_index(batch_op.f("ix_delivery_note_run_id_delivery_note_order_id"))
        batch_op.drop_index(batch_op.f("ix_delivery_note_run_id_delivery_note_customer_id"))

    op.drop_table("delivery_note")
    with op.batch_alter_table("supplier_invoice_line", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_supplier_invoice_line_run_id_supplier_invoice_line_invoice_id")
        )

    op.drop_table("supplier_invoice_line")
    with op.batch_alter_table("quote_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quote_line_run_id_quote_line_quote_id"))

    op.drop_table("quote_line")
    with op.batch_alter_table("customer_order", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_order_run_id_customer_order_status"))
        batch_op.drop_index(batch_op.f("ix_customer_order_run_id_customer_order_customer_id"))

    op.drop_table("customer_order")
    with op.batch_alter_table("carrier_protest", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_carrier_protest_run_id_carrier_protest_arrival_id"))

    op.drop_table("carrier_protest")
    with op.batch_alter_table("transmission", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_transmission_run_id_transmission_item_id"))

    op.drop_table("transmission")
    with op.batch_alter_table("supplier_invoice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_invoice_run_id_supplier_invoice_status"))
        batch_op.drop_index(
            batch_op.f("ix_supplier_invoice_run_id_supplier_invoice_purchase_order_id")
        )

    op.drop_table("supplier_invoice")
    with op.batch_alter_table("supplier_claim", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_supplier_claim_run_id_supplier_claim_purchase_order_id"))
        batch_op.drop_index(batch_op.f("ix_supplier_claim_run_id_supplier_claim_outcome"))

    op.drop_table("supplier_claim")
    with op.batch_alter_table("stock_move", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_stock_move_run_id_stock_move_product_id_stock_move_at_stock_move_id")
        )
        batch_op.drop_index(batch_op.f("ix_stock_move_run_id_stock_move_at_stock_move_id"))

    op.drop_table("stock_move")
    with op.batch_alter_table("stock_count", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stock_count_run_id_stock_count_status"))

    op.drop_table("stock_count")
    with op.batch_alter_table("reservation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reservation_run_id_reservation_product_id"))
        batch_op.drop_index(batch_op.f("ix_reservation_run_id_reservation_document"))

    op.drop_table("reservation")
    with op.batch_alter_table("quote", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quote_run_id_quote_status"))
        batch_op.drop_index(batch_op.f("ix_quote_run_id_quote_customer_id"))

    op.drop_table("quote")
    with op.batch_alter_table("quarantine", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_quarantine_run_id_quarantine_outcome"))
        batch_op.drop_index(batch_op.f("ix_quarantine_run_id_quarantine_document"))

    op.drop_table("quarantine")
    with op.batch_alter_table("purchase_order_line", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_purchase_order_line_run_id_purchase_order_line_purchase_order_id")
        )
        batch_op.drop_index(
            batch_op.f("ix_purchase_order_line_run_id_purchase_order_line_product_id")
        )

    op.drop_table("purchase_order_line")
    with op.batch_alter_table("production_request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_production_request_run_id_production_request_status"))
        batch_op.drop_index(
            batch_op.f("ix_production_request_run_id_production_request_product_id")
        )

    op.drop_table("production_request")
    with op.batch_alter_table("market_offer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_market_offer_run_id_market_offer_product_id"))

    op.drop_table("market_offer")
    op.drop_table("arrival")
    with op.batch_alter_table("purchase_order", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_purchase_order_run_id_purchase_order_status"))

    op.drop_table("purchase_order")
    op.drop_table("product")
    with op.batch_alter_table("phone_call", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_phone_call_run_id_phone_call_state"))

    op.drop_table("phone_call")
    with op.batch_alter_table("payment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_payment_run_id_payment_customer_id"))

    op.drop_table("payment")
    with op.batch_alter_table("packaging_move", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_packaging_move_run_id_packaging_move_document"))
        batch_op.drop_index(batch_op.f("ix_packaging_move_run_id_packaging_move_customer_id"))

    op.drop_table("packaging_move")
    with op.batch_alter_table("message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_message_run_id_message_outgoing_message_at"))
        batch_op.drop_index(batch_op.f("ix_message_run_id_message_customer_id"))

    op.drop_table("message")
    op.drop_table("departure")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_run_id_contact_customer_id"))

    op.drop_table("contact")
    with op.batch_alter_table("archive_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_archive_item_run_id_archive_item_number"))
        batch_op.drop_index(batch_op.f("ix_archive_item_run_id_archive_item_folder"))
        batch_op.drop_index(batch_op.f("ix_archive_item_run_id_archive_item_dated_archive_item_id"))

    op.drop_table("archive_item")
    with op.batch_alter_table("approval", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_approval_run_id_approval_about"))

    op.drop_table("approval")
    op.drop_table("supplier")
    with op.batch_alter_table("stored_document", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stored_document_run_id_stored_document_reference"))

    op.drop_table("stored_document")
    op.drop_table("regard")
    with op.batch_alter_table("outbox_item", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_item_todo")

    op.drop_table("outbox_item")
    op.drop_table("move")
    op.drop_table("judgement_entry")
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_entry_run_id_journal_entry_reference"))

    op.drop_table("journal_entry")
    with op.batch_alter_table("incident", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_incident_run_id_incident_status"))

    op.drop_table("incident")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_run_id_event_done_event_at"))

    op.drop_table("event")
    with op.batch_alter_table("directory_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_directory_line_run_id_directory_line_siren"))

    op.drop_table("directory_line")
    with op.batch_alter_table("customer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_customer_run_id_customer_name"))

    op.drop_table("customer")
    op.drop_table("carrier")
    with op.batch_alter_table("bank_line", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bank_line_run_id_bank_line_recorded"))

    op.drop_table("bank_line")
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_run_status"))
        batch_op.drop_index(batch_op.f("ix_run_owner_id"))

    op.drop_table("run")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_cohort_id"))

    op.drop_table("account")
    op.drop_table("setting_version")
    op.drop_table("cohort")
