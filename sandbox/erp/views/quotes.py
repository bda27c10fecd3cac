"""Quotes: the list, the grid, the control before sending, the document."""

import json
from http import HTTPStatus

from flask import Response, make_response, render_template, request, url_for

from sandbox.crm.models import Customer, Message
from sandbox.erp import services
from sandbox.erp.forms.selling import QuoteForm
from sandbox.erp.models import Order, Quote
from sandbox.erp.preview import Preview, preview
from sandbox.erp.queries import quoting
from sandbox.erp.queries import selling as queries
from sandbox.erp.queries.credit import approvals_about
from sandbox.erp.showing import common
from sandbox.erp.showing import quotes as showing
from sandbox.erp.views.base import asked, bp, current_setting, kept
from sandbox.filters import hour
from sandbox.web import Answer, acting, done, page, run, session


@bp.get("/devis")
def quotes() -> Answer:
    """The list of quotes."""
    wanted = asked()
    found = queries.quotes(session(), run().id, **wanted)
    states = showing.states()
    return page("erp/quotes/list.html", found=found, asked=wanted, args=kept(wanted), states=states)


@bp.get("/devis/nouveau")
def new_quote() -> Answer:
    """A blank grid, or one filled from an enquiry, a quote or an order that the address names."""
    enquiry = queries.enquiry_of(session(), run().id, request.args.get("demande", type=int))
    named = enquiry.customer.reference if enquiry and enquiry.customer else None
    form = QuoteForm(
        formdata=None,
        customer=request.args.get("client") or named,
        enquiry=str(enquiry.id) if enquiry else "",
        validity_days=current_setting().procedures.sales.quote_validity_days,
        lines=showing.asked_again(_model()) or showing.blank_lines(),
    )
    return _editor(form, enquiry=enquiry)


@bp.post("/devis/nouveau")
def create_quote() -> Answer:
    """Keep what was typed as a draft, or say what is wrong beside it."""
    form, seen = _read()
    enquiry_id = form.enquiry_id
    if not _ready(form, seen):
        enquiry = queries.enquiry_of(session(), run().id, enquiry_id)
        return _editor(form, seen, enquiry=enquiry, status=_status())
    with acting() as ctx:
        customer = ctx.find(Customer, form.customer.data)
        enquiry = ctx.get(Message, enquiry_id) if enquiry_id else None
        quote = services.draw_up_quote(
            ctx, customer=customer, lines=seen.drafts, enquiry=enquiry, **form.terms()
        )
    return _saved(quote)


@bp.get("/devis/<int:quote_id>/modifier")
def edit_quote(quote_id: int) -> Answer:
    """The grid of a draft."""
    quote = queries.quote_of(session(), run().id, quote_id)
    quote.still_draft()
    typed = showing.typed_as(quote, current_setting().procedures.sales)
    return _editor(QuoteForm(formdata=None, **typed), quote=quote)


@bp.post("/devis/<int:quote_id>/modifier")
def revise_quote(quote_id: int) -> Answer:
    """Keep the draft as it is typed now."""
    form, seen = _read()
    if not _ready(form, seen):
        quote = queries.quote_of(session(), run().id, quote_id)
        return _editor(form, seen, quote=quote, status=_status())
    with acting() as ctx:
        quote = ctx.get(Quote, quote_id)
        services.revise_quote(ctx, quote, lines=seen.drafts, **form.terms())
    return _saved(quote)


@bp.post("/devis/calculer")
def preview_quote() -> Answer:
    """What is being typed comes to: totals and remarks only, nothing is kept."""
    _, seen = _read()
    html = render_template(
        "erp/quotes/_preview.html",
        outputs=[
            (n, "" if line.unfinished else line.error, showing.outputs(line))
            for n, line in enumerate(seen.lines)
        ],
        **showing.reckoned(seen),
    )
    answer = make_response(html)
    answer.headers["HX-Trigger"] = json.dumps({"fill": showing.fills(seen)})
    return answer


@bp.get("/devis/<int:quote_id>")
def quote(quote_id: int) -> Answer:
    """A quote."""
    found = queries.quote_of(session(), run().id, quote_id)
    story = queries.story_of(session(), run().id, found.reference, found.alias)
    return page(
        "erp/quotes/page.html",
        orders=queries.orders_of_quote(session(), run().id, quote_id),
        approvals=approvals_about(session(), run().id, found.reference, found.alias),
        versions=quoting.how_many_versions(session(), found),
        feed=common.feed(story, current_setting(), found.customer.name),
        **showing.quote_page(found, current_setting()),
    )


@bp.get("/devis/<int:quote_id>/controle")
def check_quote(quote_id: int) -> Answer:
    """A draft as the customer will see it, before it leaves."""
    found = queries.quote_of(session(), run().id, quote_id)
    found.ready()
    approvals = approvals_about(session(), run().id, found.reference)
    setting = current_setting()
    shown = showing.quote_page(found, setting)
    return page(
        "erp/quotes/control.html",
        company=setting.company,
        warnings=showing.warnings_on(found, approvals, setting),
        approvals=approvals,
        **shown,
    )


@bp.post("/devis/<int:quote_id>/envoyer")
def send_quote(quote_id: int) -> Answer:
    """Send a draft to its customer."""
    with acting() as ctx:
        quote = ctx.get(Quote, quote_id)
        services.send_quote(ctx, quote)
    said = f"Devis {quote.reference} envoyé à {hour(quote.sent_at)}."
    return done(said, url_for(".quote", quote_id=quote_id))


@bp.post("/devis/<int:quote_id>/relancer")
def follow_up_quote(quote_id: int) -> Answer:
    """Ask the customer for an answer."""
    with acting() as ctx:
        quote = ctx.get(Quote, quote_id)
        services.follow_up_quote(ctx, quote)
    to = url_for(".quote", quote_id=quote_id)
    return done(f"Devis {quote.reference} : {quote.customer.name} est relancé.", to)


def _model() -> Quote | Order | None:
    """The quote or the order that a new quote starts from, if the address names one."""
    quote_id, order_id = (request.args.get(name, type=int) for name in ("devis", "commande"))
    if quote_id:
        return queries.quote_of(session(), run().id, quote_id)
    return queries.order_of(session(), run().id, order_id) if order_id else None


def _read() -> tuple[QuoteForm, Preview]:
    """What was typed, and what it comes to."""
    customers = queries.customers_to_quote(session(), run().id)
    form, setting = QuoteForm().offer(customers), current_setting()
    buyer = next((each for each in customers if each.reference == form.customer.data), None)
    products = queries.products_on_sale(session(), run().id)
    post, port = setting.learner_post, form.stated_carriage()
    overall = form.stated_overall()
    return form, preview(form.typed(), products, buyer, setting.procedures, post, port, overall)


def _redrawn() -> bool:
    """Whether one line more or less is asked for: that is never a save."""
    return "add_line" in request.form or "drop_line" in request.form


def _ready(form: QuoteForm, seen: Preview) -> bool:
    return not _redrawn() and form.validate() and seen.readable


def _status() -> int:
    return HTTPStatus.OK if _redrawn() else HTTPStatus.UNPROCESSABLE_ENTITY


def _saved(quote: Quote) -> Response:
    name = ".check_quote" if request.form.get("then") == "control" and quote.lines else ".quote"
    return done(f"Brouillon {quote.reference} enregistré.", url_for(name, quote_id=quote.id))


def _editor(
    form: QuoteForm,
    seen: Preview | None = None,
    *,
    quote: Quote | None = None,
    enquiry: Message | None = None,
    status: int = HTTPStatus.OK,
) -> Response:
    """The grid, with what was typed."""
    products = queries.products_on_sale(session(), run().id)
    if form.customer.choices is None:
        form.offer(queries.customers_to_quote(session(), run().id))
    setting = current_setting()
    if seen is None:
        buyer = queries.customer_called(session(), run().id, form.customer.data or "")
        post, overall = setting.learner_post, form.stated_overall()
        seen = preview(form.typed(), products, buyer, setting.procedures, post, overall=overall)
    drop = request.form.get("drop_line", type=int)
    rows = showing.grid_rows(seen, add="add_line" in request.form, drop=drop)
    return page(
        "erp/quotes/editor.html",
        status=status,
        form=form,
        rows=rows,
        quote=quote,
        enquiry=enquiry,
        products=[(product.reference, product.label) for product in products],
        **showing.reckoned(seen),
        sales=setting.procedures.sales,
    )
