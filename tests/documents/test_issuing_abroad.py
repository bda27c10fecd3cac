"""A customer abroad reads English: words, sentences, units, countries, means of payment."""

import pytest

from sandbox.core.context import Context
from sandbox.documents.building.account import statement_snapshot
from sandbox.documents.einvoice import cii, facturx
from sandbox.documents.einvoice.checks import Verdict, check
from sandbox.documents.rendering import render
from sandbox.documents.snapshots import Bill, Invoice, OrderAcknowledgement
from sandbox.erp.models import DunningLevel
from sandbox.erp.services.crediting import issue_credit_note
from sandbox.erp.services.dunning import send_dunning, send_formal_notice
from sandbox.erp.services.ordering import acknowledge_order
from sandbox.erp.services.quoting import send_quote
from tests.documents.reading import pages
from tests.documents.test_issuing import stored
from tests.factories.billing import InvoiceFactory, invoiced, recorded
from tests.factories.erp import QuoteFactory
from tests.factories.world import World

FRENCH = ("paiement", "pénalités", "pièce", "Pays-Bas", "virement", "Entreprise fictive", "avoir")


@pytest.fixture
def dutch(world: World) -> World:
    """A customer in Rotterdam."""
    buyer = world.customer
    buyer.country, buyer.town, buyer.postcode = "NL", "Rotterdam", "3011 AA"
    buyer.siren = buyer.siret = buyer.platform_address = ""
    buyer.vat_number = "NL123400004B01"
    return world


def in_english(ctx: Context, kind: str) -> str:
    """Text of the document of a kind, without a word of French of ours."""
    found = stored(ctx, kind)
    text = " ".join(pages(render(found)))
    assert found.language == "en"
    assert [word for word in FRENCH if word in text] == []
    return text


def test_a_quote_abroad(ctx: Context, dutch: World) -> None:
    send_quote(ctx, QuoteFactory(customer=dutch.customer, lines=[(dutch.desk, 2)]))
    text = in_english(ctx, "quote")
    assert "Netherlands" in text
    assert "30 days net, by bank transfer." in text
    assert " 2 piece " in text
    assert "Retention of title" in text


def test_an_acknowledgement_abroad(ctx: Context, dutch: World) -> None:
    acknowledge_order(ctx, recorded(ctx, dutch))
    found = stored(ctx, "order_acknowledgement")
    assert isinstance(found, OrderAcknowledgement)
    assert found.delivery_terms.startswith("Delivery promised on ")
    in_english(ctx, "order_acknowledgement")


def test_an_invoice_abroad_says_in_english_what_the_law_wants(ctx: Context, dutch: World) -> None:
    invoiced(ctx, dutch)
    text = in_english(ctx, "invoice")
    assert "early payment" in text
    assert "penalties at 12.15% a year" in text
    assert "recovery charge of €40.00" in text
    assert "Expected on" in in_english(ctx, "delivery_note")


@pytest.mark.parametrize("kind", ["invoice", "credit_note"])
def test_a_bill_abroad_passes_the_controls(ctx: Context, dutch: World, kind: str) -> None:
    order = recorded(ctx, dutch)
    for line in order.lines:
        line.vat_rate = 0
    order.total_up(order.lines, 0, 0)
    issue_credit_note(ctx, invoiced(ctx, dutch, order), reason="Wrong price")
    bill = stored(ctx, kind)
    assert isinstance(bill, Bill)
    problems = [one for layer in check(facturx(bill)).layers for one in layer.problems]
    assert problems == []
    assert check(cii(bill)).verdict != Verdict.FAILED


def test_an_invoice_abroad_is_paid_by_transfer(ctx: Context, dutch: World) -> None:
    invoiced(ctx, dutch)
    found = stored(ctx, "invoice")
    assert isinstance(found, Invoice)
    assert found.payment_means == "Bank transfer"
    assert b">30<" in cii(found)


def test_reminders_and_notice_abroad(ctx: Context, dutch: World) -> None:
    invoice = InvoiceFactory(customer=dutch.customer, product=dutch.desk)
    ctx.run.clock = ctx.run.clock.replace(month=12, day=7)
    send_dunning(ctx, invoice, level=DunningLevel.REMINDER_2)
    send_formal_notice(ctx, invoice)
    assert "penalties at 12.15% a year" in in_english(ctx, "dunning_letter")
    assert "Netherlands" in in_english(ctx, "formal_notice")


def test_a_statement_abroad(ctx: Context, dutch: World) -> None:
    InvoiceFactory(customer=dutch.customer, product=dutch.desk)
    ctx.session.flush()
    found = statement_snapshot(ctx, dutch.customer)
    assert (found.language, found.rows[0].label) == ("en", "Invoice")
