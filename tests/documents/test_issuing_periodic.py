"""A periodic invoice, on paper and in the file that travels."""

import pytest

from sandbox.core.calendar import paris
from sandbox.core.context import Context
from sandbox.documents.einvoice import ubl
from sandbox.documents.rendering import render
from sandbox.erp.models import Invoice, OrderChannel
from sandbox.erp.services import issue_credit_note, issue_periodic_invoice
from tests.documents.reading import pages
from tests.documents.test_issuing_credits import accepted, each_form, frozen, in_a_crate
from tests.erp.billing.test_periodic import two
from tests.factories.billing import invoiced, recorded
from tests.factories.world import World


def issued(ctx: Context, world: World) -> Invoice:
    """Two deliveries, three days apart; the second in a crate to be given back."""
    notes = two(ctx, world, carriage=4500)[:1]
    notes[0].shipped_at = paris(2026, 11, 1, 9)
    notes.append(in_a_crate(ctx, world, recorded(ctx, world, (world.lamp, 2))))
    return issue_periodic_invoice(ctx, world.customer, deliveries=notes)


@each_form
def test_it_passes_every_control(ctx: Context, world: World, form) -> None:
    issued(ctx, world)
    assert accepted(form(frozen(ctx, "invoice")))


@each_form
def test_so_does_the_one_that_replaces_it(ctx: Context, world: World, form) -> None:
    notes = two(ctx, world)
    first = issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    credit = issue_credit_note(ctx, first, reason="Un bon oublié")
    issue_periodic_invoice(ctx, world.customer, deliveries=notes)
    paper = frozen(ctx, "invoice")
    assert [prior.reference for prior in paper.replaces] == [first.reference, credit.reference]
    assert accepted(form(paper))


def test_the_file_says_its_period_and_each_note(ctx: Context, world: World) -> None:
    issued(ctx, world)
    paper = frozen(ctx, "invoice")
    file = ubl(paper).decode()
    assert "<cbc:StartDate>2026-11-01" in file
    assert "<cbc:EndDate>2026-11-02" in file
    for note in paper.delivery_references:
        assert f"Bon de livraison {note}" in file


def test_terms_that_the_law_shortens_are_told(ctx: Context, world: World) -> None:
    world.customer.terms = "net_60"
    issued(ctx, world)
    paper = frozen(ctx, "invoice")
    assert paper.payment_terms.startswith("45 jours date de facture")
    assert "45 jours date de facture" in "\n".join(pages(render(paper)))


def test_the_paper_gathers_the_lines_by_note(ctx: Context, world: World) -> None:
    issued(ctx, world)
    paper = frozen(ctx, "invoice")
    text = "\n".join(pages(render(paper)))
    assert "Facture périodique" in text
    assert "du 1er novembre 2026 au 2 novembre 2026" in text.replace("\u00a0", " ")
    # The first one stands at the head of the list of notes too.
    assert [text.count(f"Bon de livraison {note}") for note in paper.delivery_references] == [2, 1]
    assert "Emballages consignés" in text


@each_form
def test_the_invoice_of_an_order_paid_online_names_the_card(
    ctx: Context, world: World, form
) -> None:
    invoiced(ctx, world, recorded(ctx, world, channel=OrderChannel.WEB_SHOP))
    paper = frozen(ctx, "invoice")
    assert (paper.payment_means, paper.due_on) == ("Carte bancaire", paper.issued_on)
    assert paper.payment_terms == "Payée en ligne, par carte."
    assert accepted(form(paper))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_printed_in_the_customer_s_language(
    ctx: Context, world: World, language: str
) -> None:
    world.customer.country = {"fr": "FR", "en": "GB"}[language]
    issued(ctx, world)
    title = {"fr": "Facture périodique", "en": "Summary invoice"}[language]
    assert title in "\n".join(pages(render(frozen(ctx, "invoice"))))
