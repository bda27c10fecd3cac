"""Solvency looked into source by source, the grid, the conclusion, and the limit that follows."""

from datetime import date

import pytest
from flask.testing import FlaskClient

from sandbox.core.context import Context
from sandbox.core.solvency import Health, standing
from sandbox.crm.models import Customer
from sandbox.erp.errors.solvency import (
    BadDeposit,
    BadLimit,
    ConclusionUnexplained,
    FileConcluded,
    FileNotConcluded,
    FileOpen,
    LookedUpAlready,
    NothingLookedUp,
)
from sandbox.erp.models import ApprovalKind
from sandbox.erp.models.solvency import CreditDecision, SolvencyFile, Source
from sandbox.erp.services import solvency
from sandbox.erp.services.approvals import decide_approval, request_approval
from tests.factories.billing import invoiced
from tests.factories.crm import CustomerFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said

TODAY = date(2026, 11, 2)


@pytest.fixture
def file(ctx: Context) -> SolvencyFile:
    """The file of a sound customer, just opened."""
    return opened(ctx, Health.SOUND)


def opened(ctx: Context, health: Health) -> SolvencyFile:
    return solvency.open_solvency(ctx, CustomerFactory(health=health))


def read_all(ctx: Context, file: SolvencyFile) -> None:
    for source in (Source.REGISTER, Source.NOTICES, Source.ACCOUNTS, Source.PRIVILEGES):
        solvency.look_up_source(ctx, file, source=source)
    solvency.look_up_source(ctx, file, source=Source.BUREAU)
    solvency.send_report(ctx.acting_as("bureau"), file, source=Source.BUREAU)


def conclude(ctx: Context, file: SolvencyFile, **told: object) -> SolvencyFile:
    usual = {"decision": CreditDecision.CREDIT, "limit": 100_000, "reason": "Comptes solides."}
    return solvency.conclude_solvency(ctx, file, **{**usual, **told})


def test_the_same_firm_is_always_told_alike() -> None:
    told = [standing(42, "CLI-0001", today=TODAY, mean_order=200_000) for _ in range(2)]
    assert told[0] == told[1]
    assert standing(43, "CLI-0001", today=TODAY, mean_order=200_000) != told[0]


@pytest.mark.parametrize("number", range(12))
def test_a_failing_firm_owes_more_than_it_has_and_a_sound_one_does_not(number: int) -> None:
    sound, failing = (
        standing(7, f"CLI-{number:04d}", today=TODAY, health=health)
        for health in (Health.SOUND, Health.FAILING)
    )
    assert sound.equity > 0 > failing.equity
    assert sound.bureau_score > 60 > 30 >= failing.bureau_score
    assert sound.age(TODAY) >= 5
    assert not standing(7, "CLI-9", today=TODAY, health=Health.STRUCK_OFF).exists


def test_each_source_costs_what_it_costs_and_the_bureau_answers_later(
    ctx: Context, file: SolvencyFile
) -> None:
    solvency.look_up_source(ctx, file, source=Source.PRIVILEGES)
    solvency.look_up_source(ctx, file, source=Source.BUREAU)
    assert (file.cost, file.asked, list(file.looked)) == (3350, ["agency"], ["privileges"])
    with pytest.raises(LookedUpAlready):
        solvency.look_up_source(ctx, file, source=Source.BUREAU)
    solvency.send_report(ctx.acting_as("bureau"), file, source=Source.BUREAU)
    assert (file.asked, file.looked["agency"]["score"] > 60) == ([], True)


def test_the_grid_says_what_lacks_then_its_points_and_limit(
    ctx: Context, file: SolvencyFile
) -> None:
    assert solvency.grid(ctx, file).points is None
    assert len(solvency.grid(ctx, file).missing) == 4
    read_all(ctx, file)
    found = solvency.grid(ctx, file)
    # Sound, without history here: no less than B, and the house's first limit.
    assert found.points is not None
    assert found.points >= 60
    assert found.limit == 150_000


def test_the_limit_follows_our_sales_and_their_equity(ctx: Context, world: World) -> None:
    world.customer.health = Health.SOUND
    invoice = invoiced(ctx, world)
    file = solvency.open_solvency(ctx, world.customer)
    read_all(ctx, file)
    found = solvency.grid(ctx, file)
    assert (found.yearly, found.terms) == (invoice.gross, 30)
    # 680.05 a year for thirty days is 56.67, times the factor, down to the hundred: nothing yet.
    assert found.limit == 0


def test_a_conclusion_is_explained_and_rests_on_something(ctx: Context, file: SolvencyFile) -> None:
    with pytest.raises(NothingLookedUp):
        conclude(ctx, file)
    solvency.look_up_source(ctx, file, source=Source.REGISTER)
    for error, told in (
        (ConclusionUnexplained, {"reason": " "}),
        (BadLimit, {"limit": 0}),
        (BadDeposit, {"decision": CreditDecision.CREDIT_WITH_DEPOSIT}),
    ):
        with pytest.raises(error):
            conclude(ctx, file, **told)
    conclude(ctx, file)
    assert (file.decision, file.limit, cautions(ctx)) == ("credit", 100_000, [])
    with pytest.raises(FileConcluded):
        conclude(ctx, file)


def test_credit_in_spite_of_an_alarm_or_above_the_grid_is_warned_of(ctx: Context) -> None:
    file = opened(ctx, Health.STRUCK_OFF)
    solvency.look_up_source(ctx, file, source=Source.REGISTER)
    conclude(ctx, file, limit=500_000)
    assert cautions(ctx) == ["LimitAboveGrid", "AlarmIgnored"]
    other = opened(ctx, Health.STRUCK_OFF)
    solvency.look_up_source(ctx, other, source=Source.REGISTER)
    conclude(ctx, other, decision=CreditDecision.PREPAYMENT, limit=0)
    assert said(ctx, "solvency.concluded")[-1][1]["cautions"] == []


def test_the_limit_goes_on_the_record_with_the_directors_agreement(
    ctx: Context, file: SolvencyFile
) -> None:
    with pytest.raises(FileNotConcluded):
        solvency.apply_limit(ctx, file)
    solvency.look_up_source(ctx, file, source=Source.ACCOUNTS)
    conclude(ctx, file)
    asked = {"kind": ApprovalKind.CREDIT_LIMIT, "about": file.reference}
    approval = request_approval(ctx, **asked, facts="Comptes.", recommendation="Accorder.")
    assert said(ctx, "approval.requested")[0][1]["needed"] is True
    decide_approval(ctx.acting_as("director"), approval, granted=True)
    customer = solvency.apply_limit(ctx, file)
    assert (customer.credit_limit, cautions(ctx)) == (100_000, [])
    with pytest.raises(FileConcluded):
        solvency.apply_limit(ctx, file)


def test_a_limit_changed_alone_is_warned_of(ctx: Context, file: SolvencyFile) -> None:
    solvency.look_up_source(ctx, file, source=Source.ACCOUNTS)
    conclude(ctx, file)
    solvency.apply_limit(ctx, file)
    assert cautions(ctx) == ["LimitNotApproved"]


def test_one_file_at_a_time(ctx: Context, file: SolvencyFile) -> None:
    with pytest.raises(FileOpen):
        solvency.open_solvency(ctx, ctx.find(Customer, file.customer.reference))


def test_from_the_record_to_the_conclusion_on_the_screen(
    client: FlaskClient, ctx: Context, world: World
) -> None:
    base = f"/parties/{ctx.run.id}"
    sent = client.post(f"{base}/clients/{world.customer.id}/solvabilite")
    page = sent.headers["Location"]
    assert "Pas encore consultée" in client.get(page).text
    for source in ("register", "accounts", "privileges"):
        assert client.post(f"{page}/{source}").status_code == 303
    assert client.post(f"{page}/horoscope").status_code == 404
    assert "capitaux propres" in client.get(page).text
    bad = client.post(f"{page}/conclure", data={"decision": "credit", "limit": "beaucoup"})
    assert bad.status_code == 422
    told = {"decision": "prepayment", "reason": "Sans historique chez nous."}
    assert client.post(f"{page}/conclure", data=told).status_code == 303
    assert "Paiement à la commande" in client.get(page).text
