"""Payments: what the bank brings, who paid, which invoices that settles."""

from http import HTTPStatus

from flask import request, url_for

from sandbox.core.context import Context
from sandbox.core.money import euros
from sandbox.core.units import Cents
from sandbox.crm.forms import beside
from sandbox.crm.models import Customer
from sandbox.erp import services
from sandbox.erp.errors.billing import BadAmount
from sandbox.erp.forms.billing import PaymentForm, ReconcileForm
from sandbox.erp.models import BankLine, CreditNote, Invoice, Payment
from sandbox.erp.queries import billing as queries
from sandbox.erp.queries.early import early_offers
from sandbox.erp.showing import billing as showing
from sandbox.erp.views.base import bp
from sandbox.erp.wording import METHODS
from sandbox.filters import plural
from sandbox.web import Answer, acting, done, page, run, session

Refused = tuple[int, PaymentForm | ReconcileForm]


@bp.get("/reglements")
def payments() -> Answer:
    """Bank lines to record, payments to reconcile, and what was reconciled."""
    return _page()


def _page(refused: Refused | None = None) -> Answer:
    """The screen; ``refused`` is the row whose form came back wrong, with what was typed."""
    at, run_id = session(), run().id
    owed, lines = queries.open_invoices(at, run_id), queries.waiting_lines(at, run_id)
    unspent = queries.unspent_payments(at, run_id)
    return page(
        "erp/payments/page.html",
        status=HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK,
        waiting=showing.waiting(lines, owed),
        seen=queries.bank_seen(at, run_id, lines),
        payers=showing.payer_choices(queries.payers(at, run_id)),
        METHODS=METHODS,
        unspent=showing.to_reconcile(unspent, owed),
        early=early_offers(at, unspent, owed),
        reconciled=queries.reconciled(at, run_id),
        returnable=showing.payment_choices(
            queries.returnable(at, run_id) if any(line.amount < 0 for line in lines) else ()
        ),
        refused=refused or (0, None),
    )


@bp.post("/reglements/consulter")
def consult_bank() -> Answer:
    """The gesture « Consulter la banque »."""
    with acting() as ctx:
        found = services.consult_bank(ctx)
    return done(f"Banque : {plural(len(found), 'ligne')} à enregistrer.", url_for(".payments"))


@bp.post("/reglements/banque/<int:line_id>")
def record_payment(line_id: int) -> Answer:
    """Record the payment that a bank line brings."""
    form = PaymentForm().offer(queries.payers(session(), run().id))
    if not form.validate():
        return _page((line_id, form))
    with acting() as ctx:
        customer = ctx.find(Customer, form.customer.data)
        line = ctx.get(BankLine, line_id)
        method = form.method.data
        payment = services.record_payment(ctx, line, customer=customer, method=method)
    return done(f"Règlement {payment.reference} enregistré.", url_for(".payments"))


@bp.post("/reglements/banque/<int:line_id>/impaye")
def record_return(line_id: int) -> Answer:
    """Record that a payment comes back unpaid."""
    with acting() as ctx:
        payment = ctx.find(Payment, request.form.get("payment", "").strip())
        services.record_return(ctx, ctx.get(BankLine, line_id), payment=payment)
    told = f"{payment.reference} est revenu impayé : ses factures sont de nouveau dues."
    return done(told, url_for(".payments"))


@bp.post("/reglements/<int:payment_id>/delettrer/<int:invoice_id>")
def unmatch(payment_id: int, invoice_id: int) -> Answer:
    """Take a payment off an invoice."""
    with acting() as ctx:
        payment, invoice = ctx.get(Payment, payment_id), ctx.get(Invoice, invoice_id)
        services.unmatch(ctx, payment, invoice=invoice, reason=request.form.get("reason", ""))
    return done(f"{invoice.reference} est de nouveau due.", url_for(".payments"))


@bp.post("/reglements/<int:payment_id>/client")
def correct_payer(payment_id: int) -> Answer:
    """Put a payment in another customer's name."""
    with acting() as ctx:
        customer = ctx.find(Customer, request.form.get("customer", "").strip())
        payment = services.correct_payer(ctx, ctx.get(Payment, payment_id), customer=customer)
    return done(f"{payment.reference} est au nom de {customer.name}.", url_for(".payments"))


@bp.post("/reglements/<int:payment_id>/rembourser")
def refund_payment(payment_id: int) -> Answer:
    """Give back what nothing has used of a payment."""
    with acting() as ctx:
        made = services.refund(ctx, ctx.get(Payment, payment_id), amount=_amount())
    return done(f"Remboursement {made.reference} noté.", url_for(".payments"))


@bp.post("/avoirs/<int:note_id>/rembourser")
def refund_credit(note_id: int) -> Answer:
    """Give back what nothing has used of a credit note."""
    with acting() as ctx:
        made = services.refund_credit_note(ctx, ctx.get(CreditNote, note_id), amount=_amount())
    return done(f"Remboursement {made.reference} noté.", url_for(".credit_notes"))


def _amount() -> Cents | None:
    """Cents typed, nothing being as much as possible; raises BadAmount."""
    typed = request.form.get("amount", "").strip()
    try:
        return euros(typed) if typed else None
    except ValueError as error:
        raise BadAmount from error


@bp.post("/reglements/<int:payment_id>/escompte/<int:invoice_id>")
def grant_early_payment(payment_id: int, invoice_id: int) -> Answer:
    """Set a payment less its early payment discount against an invoice."""
    with acting() as ctx:
        payment, invoice = ctx.get(Payment, payment_id), ctx.get(Invoice, invoice_id)
        note = services.grant_early_payment(ctx, payment, invoice=invoice)
    said = f"{invoice.reference} lettrée, escompte compris : avoir {note.reference} émis."
    return done(said, url_for(".payments"))


@bp.post("/reglements/<int:payment_id>/lettrer")
def reconcile(payment_id: int) -> Answer:
    """Set a payment against an invoice, or several."""
    form = ReconcileForm()
    if form.validate():
        with beside(form), acting() as ctx:
            payment = ctx.get(Payment, payment_id)
            invoices = [ctx.get(Invoice, each) for each in form.chosen()]
            _reconcile(ctx, payment, invoices, form)
        if not form.errors:
            return done(showing.reconciled(invoices), url_for(".payments"))
    return _page((payment_id, form))


def _reconcile(
    ctx: Context, payment: Payment, invoices: list[Invoice], form: ReconcileForm
) -> None:
    """One invoice, for the amount typed; or all those ticked together."""
    if len(invoices) == 1:
        services.reconcile(ctx, payment, invoice=invoices[0], amount=form.cents())
    else:
        services.reconcile_together(ctx, payment, invoices=invoices)
