"""What a customer owes: the look-up, for an order or for itself."""

from flask import request, url_for

from sandbox.core.money import format_euros
from sandbox.crm.models import Customer
from sandbox.erp import services
from sandbox.erp.models import Order
from sandbox.erp.queries import selling as queries
from sandbox.erp.queries.credit import group_owed
from sandbox.erp.queries.ordering import last_credit
from sandbox.erp.showing.orders import credit_view
from sandbox.erp.views.base import bp, current_setting
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/clients/<int:customer_id>/encours")
def outstanding(customer_id: int) -> Answer:
    """The last look-up of what a customer owes."""
    customer = queries.customer_of(session(), run().id, customer_id)
    look_up = last_credit(session(), run().id, customer)
    view = look_up and credit_view(look_up.found, current_setting())
    group = group_owed(session(), run().id, customer) if look_up else None
    return page(
        "erp/credit/page.html", customer=customer, look_up=look_up, credit=view, group=group
    )


@bp.post("/clients/<int:customer_id>/encours")
def consult_outstanding(customer_id: int) -> Answer:
    """Look up what a customer owes, for the order at hand if one is named."""
    order_id = request.form.get("order_id", type=int)
    with acting() as ctx:
        customer = ctx.get(Customer, customer_id)
        order = ctx.get(Order, order_id) if order_id else None
        found = services.consult_outstanding(ctx, customer, about=order)
    to = (
        url_for(".order", order_id=order_id, _anchor="encours")
        if order_id
        else url_for(".outstanding", customer_id=customer_id)
    )
    return done(f"Encours consulté, {customer.name} : {format_euros(found.outstanding)}.", to)
