"""Payment plans: those that run, and a new one for a customer who cannot pay at once."""

from http import HTTPStatus

from flask import url_for

from sandbox.crm.forms import beside
from sandbox.crm.models import Customer
from sandbox.erp.forms.planning import PlanForm
from sandbox.erp.queries import planning as queries
from sandbox.erp.services.planning import agree_plan as agree
from sandbox.erp.views.base import bp, current_setting
from sandbox.supply.queries import one
from sandbox.web import Answer, acting, done, page, run, session

STATES = {
    "running": ("En cours", "info"),
    "kept": ("Tenu", "ok"),
    "broken": ("Rompu", "bad"),
}


@bp.get("/echeanciers")
def plans() -> Answer:
    """Payment plans, instalment by instalment."""
    found = queries.plans(session(), run().id)
    return page("erp/plans/list.html", plans=found, states=STATES, today=run().clock.date())


@bp.get("/clients/<int:customer_id>/echeancier")
def new_plan(customer_id: int) -> Answer:
    """A plan for what a customer owes."""
    return _form(customer_id, PlanForm(formdata=None))


@bp.post("/clients/<int:customer_id>/echeancier")
def agree_plan(customer_id: int) -> Answer:
    """Agree on it, and send it."""
    form = PlanForm()
    if form.validate():
        with beside(form), acting() as ctx:
            customer = ctx.get(Customer, customer_id)
            owed = form.chosen(queries.owed_by(ctx.session, ctx.run.id, customer_id))
            count, first_on = form.count.data or 0, form.first_on.data or ctx.today()
            plan = agree(ctx, customer, invoices=owed, count=count, first_on=first_on)
            said = f"Échéancier {plan.reference} convenu avec {customer.name}."
        if not form.errors:
            return done(said, url_for(".plans"))
    return _form(customer_id, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _form(customer_id: int, form: PlanForm, status: int = HTTPStatus.OK) -> Answer:
    customer, setting = one(session(), run().id, Customer, customer_id), current_setting()
    return page(
        "erp/plans/new.html",
        status=status,
        form=form,
        customer=customer,
        owed=queries.owed_by(session(), run().id, customer_id),
        level=setting.procedures.level(setting.learner_post),
        today=run().clock.date(),
    )
