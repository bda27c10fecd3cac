"""The archive: papers land there, are filed rightly or not, found, sent on, kept, destroyed."""

from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.documents.filing import plan, services
from sandbox.documents.filing.errors import (
    AlreadyDestroyed,
    NoName,
    NoRecipient,
    TooEarlyToDestroy,
    UnknownFolder,
    UnknownRecipient,
)
from sandbox.documents.filing.incoming import RECEIVED
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.filing.queries import Search, search, transmissions
from sandbox.documents.models import StoredDocument
from sandbox.journal import record
from sandbox.journal.models import JournalEntry
from sandbox.journal.payloads import OldPaper, OldPapersFound
from sandbox.supply.services import (
    PurchaseLineDraft,
    acknowledge_purchase_order,
    arrive_goods,
    send_purchase_order,
)
from tests.factories.world import World
from tests.supply.journal import cautions, said


@pytest.fixture
def paper(ctx: Context, world: World) -> ArchiveItem:
    """Our purchase order, in the archive; then what the supplier sent back."""
    lines = [PurchaseLineDraft("MOB-001", 20)]
    order = send_purchase_order(ctx, supplier=world.supplier, lines=lines)
    acknowledge_purchase_order(ctx, order, confirmed_on=date(2026, 11, 17))
    arrive_goods(ctx, order, announced={"MOB-001": 20})
    ctx.session.flush()
    return ctx.session.scalars(select(ArchiveItem).order_by(ArchiveItem.id)).first()


def count(ctx: Context, what: object) -> int:
    return ctx.session.scalar(select(func.count()).select_from(what)) or 0


def test_every_paper_issued_or_received_lands(ctx: Context, paper: ArchiveItem) -> None:
    kinds = list(ctx.session.scalars(select(ArchiveItem.kind).order_by(ArchiveItem.id)))
    assert kinds == ["purchase_order", "purchase_acknowledgement", "supplier_slip"]
    verbs = [payload.verb for payload in RECEIVED]
    received = select(JournalEntry).where(JournalEntry.verb.in_(verbs)).subquery()
    assert count(ctx, ArchiveItem) == count(ctx, StoredDocument) + count(ctx, received)


def test_the_plan_says_where_a_paper_goes_and_how_long(ctx: Context, paper: ArchiveItem) -> None:
    assert plan.folder_of(ctx.setting, paper.kind).code == "A1"
    assert paper.keep_until == date(2036, 12, 31)
    name = "2026-11-02_commande-fournisseur_CF-2026-000001_menuiserie-des-trois-lacs"
    assert plan.expected_name(ctx.setting, paper) == name


def test_a_paper_is_filed_under_the_rule(ctx: Context, paper: ArchiveItem) -> None:
    name = plan.expected_name(ctx.setting, paper)
    services.file_document(ctx, paper, folder="A1", name=name)
    [(_, payload)] = said(ctx, "document.filed")
    assert (payload["well_filed"], payload["well_named"], payload["again"]) == (True, True, False)


def test_a_misfiled_paper_is_found_again_and_filed_anew(ctx: Context, paper: ArchiveItem) -> None:
    services.file_document(ctx, paper, folder="V4", name="truc")
    ctx.session.flush()
    [found] = search(ctx.session, ctx.run.id, Search(q="lacs bureau")).rows
    assert (found.folder, found.number) == ("V4", "CF-2026-000001")
    services.file_document(ctx, found, folder="A1", name=plan.expected_name(ctx.setting, found))
    told = [(p["well_filed"], p["again"]) for _, p in said(ctx, "document.filed")]
    assert told == [(False, False), (True, True)]


def test_papers_are_looked_for_by_kind_folder_and_day(ctx: Context, paper: ArchiveItem) -> None:
    def total(**wanted: object) -> int:
        return search(ctx.session, ctx.run.id, Search(**wanted)).total

    assert total(kind="supplier_slip") == 1
    assert total(state="to_file") == 3
    assert total(folder="A1") == 0
    assert total(since=date(2026, 11, 3)) == 0
    assert total(until=date(2026, 11, 2), q="CF-2026-000001") == 3


def test_a_folder_that_does_not_exist_and_no_name_are_refused(
    ctx: Context, paper: ArchiveItem
) -> None:
    with pytest.raises(UnknownFolder):
        services.file_document(ctx, paper, folder="Q9", name="x")
    with pytest.raises(NoName):
        services.file_document(ctx, paper, folder="A1", name=" ")


def test_sending_a_paper_on_is_proved_and_says_who_is_missing(
    ctx: Context, paper: ArchiveItem
) -> None:
    services.transmit_document(ctx, paper, recipients=["purchasing"])
    services.transmit_document(ctx, paper, recipients=["supplier"], note="Pour exécution.")
    missing = [payload["missing"] for _, payload in said(ctx, "document.transmitted")]
    assert missing == [["supplier"], []]
    ctx.session.flush()
    sent = transmissions(ctx.session, ctx.run.id, paper.id)
    assert (sent[0].recipient, sent[0].at) == (
        "purchasing",
        paris(2026, 11, 2, 8, 36),
    )


def test_telling_everybody_is_warned_of(ctx: Context, paper: ArchiveItem) -> None:
    everybody = ["director", "customer", "carrier", "purchasing"]
    services.transmit_document(ctx, paper, recipients=everybody)
    assert cautions(ctx) == []
    ctx.setting.procedures.alerts.matrix["purchase_order"] = ("supplier",)
    services.transmit_document(ctx, paper, recipients=everybody)
    assert cautions(ctx) == ["TooManyRecipients"]
    ctx.setting.procedures.alerts.matrix["purchase_order"] = ("supplier", "purchasing")


def test_a_paper_goes_to_somebody_who_exists(ctx: Context, paper: ArchiveItem) -> None:
    with pytest.raises(NoRecipient):
        services.transmit_document(ctx, paper, recipients=[])
    with pytest.raises(UnknownRecipient):
        services.transmit_document(ctx, paper, recipients=["nobody"])


def test_nothing_is_destroyed_before_its_time(ctx: Context, paper: ArchiveItem) -> None:
    with pytest.raises(TooEarlyToDestroy, match="31/12/2036"):
        services.destroy_document(ctx, paper)
    assert paper.destroyed_at is None


def test_an_old_paper_is_destroyed_once_and_the_journal_knows(
    ctx: Context, paper: ArchiveItem
) -> None:
    paper.keep_until = date(2025, 12, 31)
    services.destroy_document(ctx, paper)
    assert paper.text == ""
    [(_, payload)] = said(ctx, "document.destroyed")
    assert payload["kept_until"] == "2025-12-31"
    with pytest.raises(AlreadyDestroyed):
        services.consult_archive(ctx, paper)


def test_a_paper_taken_out_twice_counts_once(ctx: Context, paper: ArchiveItem) -> None:
    services.consult_archive(ctx, paper)
    services.consult_archive(ctx, paper)
    assert len(said(ctx, "archive.consulted")) == 1


def test_every_kind_of_the_matrix_and_of_the_plan_is_said_in_french(ctx: Context) -> None:
    rules = ctx.setting.procedures
    kinds = {*rules.alerts.matrix, *(kind for folder in rules.filing.plan for kind in folder.kinds)}
    assert {kind for kind in kinds if plan.label(kind) == kind} == set()


def test_the_screens_of_the_archive(
    client: FlaskClient, paper: ArchiveItem, count_sql: object
) -> None:
    home = f"/parties/{paper.run_id}/classement"
    for address in (home, f"{home}?q=lacs&state=to_file", f"{home}/regles", f"{home}/{paper.id}"):
        with count_sql() as statements:
            assert client.get(address).status_code == 200
        assert len(statements) <= 12, address
    posted = {"folder": "A1", "name": "nom"}
    assert client.post(f"{home}/{paper.id}/classer", data=posted).status_code == 303
    sent = {"recipients": ["purchasing", "supplier"]}
    assert client.post(f"{home}/{paper.id}/transmettre", data=sent).status_code == 303
    assert client.post(f"{home}/{paper.id}/consulter").status_code == 303
    assert client.post(f"{home}/{paper.id}/detruire").status_code == 422
    shown = client.get(f"{home}/{paper.id}").get_data(as_text=True)
    assert "Acheteur" in shown
    assert client.get(f"{home}/999999").status_code == 404


BOX = OldPapersFound(
    (
        OldPaper("invoice", "FA-2014-000212", date(2014, 5, 12), date(2024, 12, 31), "Lumen"),
        OldPaper("invoice", "FA-2016-001207", date(2016, 2, 9), date(2026, 12, 31), "Lumen"),
    )
)


def test_a_box_of_old_papers_is_filed_already(ctx: Context) -> None:
    record(ctx, "archives", BOX)
    old, kept = search(ctx.session, ctx.run.id, Search()).rows[::-1]
    assert (old.number, old.keep_until) == ("FA-2014-000212", date(2024, 12, 31))
    assert old.folder == "V4"
    assert plan.well_named(ctx.setting, old)
    services.destroy_document(ctx, old)
    # Ten years run from the end of the accounting year, not from the day of the paper.
    with pytest.raises(TooEarlyToDestroy):
        services.destroy_document(ctx, kept)


def test_those_whose_delay_has_gone_are_found_together(ctx: Context) -> None:
    record(ctx, "archives", BOX)
    wanted = Search(state="expired", today=ctx.today())
    found = search(ctx.session, ctx.run.id, wanted)
    assert [item.number for item in found.rows] == ["FA-2014-000212"]
