"""Pro forma and deposit invoices: what an order asks for in advance, invoiced and paid."""

from http import HTTPStatus

from flask import url_for

from sandbox.crm.forms import beside
from sandbox.erp.forms.depositing import DepositForm
from sandbox.erp.models import Order
from sandbox.erp.queries.depositing import advances_of
from sandbox.erp.queries.selling import order_of
from sandbox.erp.services.depositing import invoice_deposit as issue
from sandbox.erp.services.pro_forma import issue_pro_forma as draw_up
from sandbox.erp.showing.depositing import deposit_page
from sandbox.erp.views.base import bp
from sandbox.web import Answer, acting, done, page, run, session


@bp.post("/commandes/<int:order_id>/pro-forma")
def issue_pro_forma(order_id: int) -> Answer:
    """Issue a pro forma."""
    with acting() as ctx:
        order = draw_up(ctx, ctx.get(Order, order_id))
    said = f"Pro forma de {order.reference} émise : elle est parmi les documents de la commande."
    return done(said, url_for(".order", order_id=order_id))


@bp.get("/commandes/<int:order_id>/acompte")
def deposit(order_id: int) -> Answer:
    """The sum asked in advance on an order, and the form that invoices it."""
    return _form(order_id)


@bp.post("/commandes/<int:order_id>/acompte")
def invoice_deposit(order_id: int) -> Answer:
    """Issue the deposit invoice."""
    form = DepositForm()
    if form.validate():
        with beside(form), acting() as ctx:
            made = issue(ctx, ctx.get(Order, order_id), amount=form.cents())
            said, to = f"Facture {made.reference} émise.", url_for(".invoice", invoice_id=made.id)
        if not form.errors:
            return done(said, to)
    return _form(order_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _form(order_id: int, form: DepositForm | None = None, status: int = HTTPStatus.OK) -> Answer:
    order = order_of(session(), run().id, order_id)
    shown = deposit_page(order, advances_of(session(), order))
    asked = form or DepositForm(formdata=None, data={"amount": shown["typed"]})
    return page("erp/orders/deposit.html", status=status, form=asked, **shown)
