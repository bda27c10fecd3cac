"""What left without being invoiced, and the periodic invoice of several deliveries."""

from flask import request, url_for

from sandbox.crm.models import Customer
from sandbox.erp import services
from sandbox.erp.queries import periodic as queries
from sandbox.erp.services.periodic import draw_up_periodic
from sandbox.erp.showing import periodic as showing
from sandbox.erp.showing.billing import draft_page
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

# Digits: what is longer names no row, and no column could hold it.
LONGEST_ID = 9


@bp.get("/factures/a-etablir")
def to_invoice() -> Answer:
    """Deliveries that left and are not invoiced, customer by customer."""
    today = run().clock.date()
    found = showing.by_customer(queries.to_invoice(session(), run().id))
    return page("erp/invoices/to_invoice.html", found=found, today=today)


@bp.get("/clients/<int:customer_id>/facture-periodique")
def periodic_preview(customer_id: int) -> Answer:
    """The periodic invoice of the notes ticked, as it would be issued now; nothing is kept."""
    customer, setting = one(session(), run().id, Customer, customer_id), current_setting()
    notes = queries.notes_named(session(), run().id, _ticked())
    drawn = draw_up_periodic(session(), setting, customer, notes, run().clock.date())
    return page(
        "erp/invoices/preview.html",
        facts=showing.facts(drawn),
        issue=url_for(".issue_periodic_invoice", customer_id=customer.id),
        hidden={"bons": ",".join(str(part.delivery_id) for part in drawn.parts)},
        back=(url_for(".to_invoice"), "Livré, pas encore facturé"),
        **draft_page(drawn.invoice, setting, customer, [part.order for part in drawn.parts]),
    )


@bp.post("/clients/<int:customer_id>/facture-periodique")
def issue_periodic_invoice(customer_id: int) -> Answer:
    """Issue it, for good."""
    with acting() as ctx:
        customer = ctx.get(Customer, customer_id)
        notes = queries.notes_named(ctx.session, ctx.run.id, _ticked())
        invoice = services.issue_periodic_invoice(ctx, customer, deliveries=list(notes))
    to = url_for(".invoice", invoice_id=invoice.id)
    return done(f"Facture périodique {invoice.reference} émise.", to)


def _ticked() -> list[int]:
    """Ids of the notes ticked, from the boxes of a list or from a hidden field."""
    said = ",".join(request.values.getlist("bons")).split(",")
    return [int(each) for each in said if each.isdecimal() and len(each) <= LONGEST_ID]
