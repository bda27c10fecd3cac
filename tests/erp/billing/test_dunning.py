"""Collection: the procedure's steps, their days, their costs, and who decides."""

from dataclasses import replace
from datetime import date

import pytest

from sandbox.core.context import Context
from sandbox.core.setting import DunningProcedure, DunningStep
from sandbox.crm.models import Channel
from sandbox.erp import collection
from sandbox.erp.errors.billing import NothingDue, UnknownStep
from sandbox.erp.models import ApprovalKind, DunningLevel, Invoice
from sandbox.erp.queries.billing import open_invoices
from sandbox.erp.queries.collecting import balance_by_age, overdue
from sandbox.erp.services.dunning import consult_aged_balance, send_dunning, send_formal_notice
from tests.factories.billing import BankLineFactory, InvoiceFactory
from tests.factories.erp import ApprovalFactory
from tests.factories.world import World
from tests.supply.journal import cautions, said

CALL, FIRST, SECOND = DunningLevel.CALL, DunningLevel.REMINDER_1, DunningLevel.REMINDER_2


def late(world: World, due_on: date = date(2026, 9, 26), **details: object) -> Invoice:
    """An invoice of 302.52 €, due 37 days ago."""
    made: Invoice = InvoiceFactory(
        customer=world.customer, product=world.desk, due_on=due_on, **details
    )
    return made


def test_the_aged_balance_is_looked_up_once(ctx: Context, world: World) -> None:
    old, _soon = late(world), late(world, date(2026, 11, 30))
    assert consult_aged_balance(ctx) == [old]
    consult_aged_balance(ctx)
    assert said(ctx, "aged_balance.consulted") == [
        ("balance-agee", {"overdue": 30252, "invoices": [old.reference]})
    ]


def test_what_is_owed_is_spread_by_age(ctx: Context, world: World) -> None:
    invoices = [late(world), late(world, date(2026, 11, 30)), late(world, date(2026, 11, 2))]
    found = balance_by_age(invoices, ctx.today())
    assert list(found.buckets.values()) == [60504, 0, 30252, 0, 0]
    assert (found.total, found.overdue) == (90756, 30252)


def test_a_late_business_owes_penalties_and_forty_euros(ctx: Context, world: World) -> None:
    found = collection.claim(late(world), ctx.setting.procedures.dunning, ctx.today())
    # 302.52 x 12.15 % x 37 / 365
    assert (found.days_late, found.penalties, found.indemnity) == (37, 373, 4000)
    assert found.total == 30252 + 373 + 4000


def test_a_consumer_owes_neither_and_nobody_before_the_due_date(ctx: Context, world: World) -> None:
    procedure = ctx.setting.procedures.dunning
    early = collection.claim(late(world, date(2026, 11, 2)), procedure, ctx.today())
    world.customer.business = False
    consumer = collection.claim(late(world), procedure, ctx.today())
    for found in (early, consumer):
        assert (found.penalties, found.indemnity, found.total) == (0, 0, 30252)


def test_the_right_step_at_the_right_time_calls_for_no_caution(ctx: Context, world: World) -> None:
    invoice = late(world, date(2026, 10, 30))
    dunning = send_dunning(ctx, invoice, level=CALL)
    assert (cautions(ctx), dunning.channel, invoice.dunning_level) == ([], "phone", "call")
    [(reference, payload)] = said(ctx, "dunning.sent")
    assert reference == invoice.reference
    assert (payload["level"], payload["days_late"]) == ("call", 3)
    assert (payload["balance"], payload["indemnity"]) == (30252, 4000)


@pytest.mark.parametrize(
    ("due_on", "level", "expected"),
    [
        (date(2026, 10, 31), CALL, ["TooEarly"]),
        (date(2026, 10, 20), FIRST, ["StepSkipped"]),
        (date(2026, 10, 28), SECOND, ["TooEarly", "StepSkipped"]),
    ],
)
def test_a_step_out_of_turn_passes_with_a_warning(
    ctx: Context, world: World, due_on: date, level: DunningLevel, expected: list[str]
) -> None:
    send_dunning(ctx, late(world, due_on), level=level)
    assert cautions(ctx) == expected
    assert said(ctx, "dunning.sent")[0][1]["cautions"] == expected


def test_a_running_promise_and_waiting_money_hold_the_hand(ctx: Context, world: World) -> None:
    invoice = late(world, dunning_level="call", promised_on=date(2026, 11, 2))
    BankLineFactory(label=f"VIR {invoice.reference}", payer="X")
    send_dunning(ctx, invoice, level=FIRST)
    assert cautions(ctx) == ["PromiseRunning", "PaymentWaiting"]


def test_money_of_somebody_else_is_no_reason_to_wait(ctx: Context, world: World) -> None:
    BankLineFactory(label="VIR LOYER", payer="SCI DU PORT")
    send_dunning(ctx, late(world, dunning_level="call"), level=FIRST)
    assert cautions(ctx) == []


def test_what_is_paid_is_not_chased(ctx: Context, world: World) -> None:
    invoice = late(world)
    invoice.balance = 0
    with pytest.raises(NothingDue):
        send_dunning(ctx, invoice, level=CALL)
    with pytest.raises(NothingDue):
        send_formal_notice(ctx, invoice)


def test_a_formal_notice_waits_for_whoever_decides(ctx: Context, world: World) -> None:
    invoice = late(world, dunning_level="reminder_2")
    send_formal_notice(ctx, invoice, channel=Channel.EMAIL)
    assert cautions(ctx) == ["NoApproval", "NotEvidential"]
    payload = said(ctx, "formal_notice.sent")[0][1]
    assert (payload["approval"], payload["channel"]) == (None, "email")
    assert (payload["penalties"], payload["indemnity"]) == (373, 4000)


def test_an_approved_formal_notice_is_in_order(ctx: Context, world: World) -> None:
    invoice = late(world, dunning_level="reminder_2")
    approval = ApprovalFactory(
        customer=world.customer, about=invoice.reference, kind=ApprovalKind.FORMAL_NOTICE
    )
    send_formal_notice(ctx, invoice)
    assert (cautions(ctx), invoice.dunning_level) == ([], "formal_notice")
    assert said(ctx, "formal_notice.sent")[0][1]["approval"] == approval.reference


def test_who_decides_is_what_the_procedure_says(ctx: Context, world: World) -> None:
    steps = (
        DunningStep("reminder_1", "Relance", 5, "email", "director"),
        DunningStep("formal_notice", "Mise en demeure", 10, "registered", "assistant"),
    )
    rules = replace(ctx.setting.procedures, dunning=DunningProcedure(steps=steps))
    ctx.setting = replace(ctx.setting, procedures=rules)
    invoice = late(world)
    send_dunning(ctx, invoice, level=FIRST)
    assert cautions(ctx) == ["NoApproval"]
    ctx.scratch.cautions.clear()
    send_formal_notice(ctx, invoice)
    assert said(ctx, "formal_notice.sent")[0][1]["cautions"] == []
    with pytest.raises(UnknownStep):
        send_dunning(ctx, invoice, level=CALL)


def test_a_milder_step_does_not_take_the_invoice_back(ctx: Context, world: World) -> None:
    invoice = late(world, dunning_level="reminder_2")
    send_dunning(ctx, invoice, level=CALL)
    assert invoice.dunning_level == "reminder_2"


def test_the_table_names_the_next_step_and_its_day(ctx: Context, world: World) -> None:
    first = late(world)
    second = late(world, date(2026, 10, 30), dunning_level="call")
    late(world, date(2026, 11, 30))
    owed = open_invoices(ctx.session, ctx.run.id)
    rows = overdue(owed, ctx.setting, ctx.today())
    assert [row.invoice for row in rows] == [first, second]
    assert [(row.step.level, row.due) for row in rows if row.step] == [
        ("call", True),
        ("reminder_1", False),
    ]
    # Ten days after a Friday, moved off the week-end: 7 November is a Saturday.
    assert rows[1].on == date(2026, 11, 9)
