"""Those who take a debt over: they take the file, ask for papers, and report some weeks later."""

from sandbox.core import chance
from sandbox.core.calendar import add_working_days, opening
from sandbox.core.context import Context
from sandbox.core.litigation import Outcome, Recipient
from sandbox.core.money import format_euros
from sandbox.core.solvency import Health
from sandbox.core.terms import payment_plan
from sandbox.core.units import Cents
from sandbox.crm.services import receive_message
from sandbox.erp.labels import PIECES
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries.insolvency import insolvency_of
from sandbox.erp.services.litigation import recipient_of
from sandbox.erp.services.recovering import answer_litigation, report_litigation
from sandbox.journal import subscribe
from sandbox.journal.payloads.litigation import (
    LitigationAnswered,
    LitigationCompleted,
    LitigationHanded,
    WriteOffProposed,
)
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import customer_character, scene

ACCOUNTING = "accounting"
READ_IN, BOOKED_IN, MONTHS = 2, 1, 3
FIRST_PART_IN = 10
# Working days before each reports: one writes and rings, one has acts served.
REPORTS_IN = {Recipient.OWN: 10, Recipient.AGENCY: 15, Recipient.BAILIFF: 20}
# Out of a hundred hundred: bad payers who end by signing a plan.
SOME = 5000


@subscribe(LitigationHanded)
def be_handed(ctx: Context, reference: str, _payload: LitigationHanded) -> None:
    """A file arrives."""
    _later(ctx, "litigation_is_read", reference, READ_IN)


@subscribe(LitigationCompleted)
def be_completed(ctx: Context, reference: str, _payload: LitigationCompleted) -> None:
    """The papers asked for arrive."""
    _later(ctx, "litigation_is_read", reference, READ_IN)


@subscribe(LitigationAnswered)
def work_on_it(ctx: Context, reference: str, payload: LitigationAnswered) -> None:
    """A file that is taken is worked on for some weeks."""
    if payload.taken and scene(ctx) is not None:
        recipient = Recipient(ctx.find(LitigationFile, reference).recipient)
        _later(ctx, "litigation_ends", reference, REPORTS_IN[recipient])


@happens("litigation_is_read")
def read(ctx: Context, subject: str) -> None:
    """Taken when the file proves the debt; what is missing is asked for otherwise."""
    file = ctx.find(LitigationFile, subject)
    if file.outcome or file.taken_at:
        return
    wanted = list(file.missing)
    answer_litigation(_they(ctx, file), file, asked=wanted)
    if wanted:
        lines = "\n".join(f"- {PIECES[kind].lower()}" for kind in wanted)
        said = f"Avant d'agir, il nous manque :\n{lines}\n\nLe dossier attend ces pièces."
    else:
        said = (
            "Votre dossier est complet, nous le prenons en charge. Merci de ne plus relancer le "
            "débiteur et de nous signaler tout règlement que vous recevriez."
        )
    _say(ctx, file, "Pièces à fournir" if wanted else "Dossier pris en charge", said)


@happens("litigation_ends")
def end(ctx: Context, subject: str) -> None:
    """The debt was paid, will be by instalments, or never."""
    file = ctx.find(LitigationFile, subject)
    if file.outcome:
        return
    outcome, left = _outcome(ctx, file), file.invoice.balance
    recovered = left if outcome == Outcome.PAID else 0
    report_litigation(_they(ctx, file), file, outcome=outcome, recovered=recovered)
    _say(ctx, file, "Compte rendu", _REPORTS[outcome](file, left))
    if outcome == Outcome.PAID and left:
        schedule(ctx, ctx.now(), "litigation_money_lands", subject, amount=left)
    if outcome == Outcome.PLAN:
        for part in payment_plan(left, MONTHS, add_working_days(ctx.today(), FIRST_PART_IN)):
            at = opening(part.due)
            schedule(ctx, at, "litigation_money_lands", subject, amount=part.amount)


@happens("litigation_money_lands")
def pay(ctx: Context, subject: str, amount: Cents) -> None:
    """What was obtained is transferred to us, as far as it is still owed."""
    file = ctx.find(LitigationFile, subject)
    owed = min(amount, file.invoice.balance)
    if owed > 0:
        label = f"VIR {subject} {file.invoice.reference}"
        credit(ctx, file.customer, owed, label, payer=file.recipient_name)


@subscribe(WriteOffProposed)
def be_proposed(ctx: Context, reference: str, _payload: WriteOffProposed) -> None:
    """Accounting reads the proposal."""
    _later(ctx, "loss_is_booked", reference, BOOKED_IN)


@happens("loss_is_booked")
def book(ctx: Context, subject: str) -> None:
    """Accounting answers: what it books, and what is asked of the sales desk."""
    person, file = ctx.setting.colleague(ACCOUNTING), ctx.find(LitigationFile, subject)
    if person is None:
        return
    receive_message(
        ctx.acting_as(ACCOUNTING),
        sender=ACCOUNTING,
        sender_name=f"{person.name}, {person.title}",
        family="interne",
        topic="litigation",
        subject=f"Perte sur {file.invoice.reference}",
        body=(
            f"Bonjour,\n\nBien reçu : je passe {file.invoice.reference} en perte (compte 654) et "
            "je récupère la TVA. Pour cela, le client reçoit un duplicata de la facture qui dit "
            "qu'elle est demeurée impayée et que sa TVA ne peut pas être déduite (CGI art. 272-1)."
            f"\n\n{person.name}"
        ),
        customer=file.customer,
        about=subject,
    )


def _outcome(ctx: Context, file: LitigationFile) -> Outcome:
    """What can be had of this debtor."""
    customer, invoice = file.customer, file.invoice
    if invoice.balance <= 0:
        return Outcome.PAID
    insolvent = insolvency_of(ctx.session, ctx.run.id, customer.id) is not None
    if insolvent or customer.health == Health.FAILING:
        return Outcome.UNCOLLECTABLE
    if customer_character(ctx, customer.reference).pays:
        return Outcome.PAID
    signs = chance.happens(SOME, ctx.run.seed, "litigation", "signs", file.reference)
    return Outcome.PLAN if signs else Outcome.UNCOLLECTABLE


def _paid(file: LitigationFile, left: Cents) -> str:
    if not left:
        return "Le débiteur vous a réglé directement. Nous classons le dossier."
    return (
        f"Le débiteur a payé {format_euros(left)} entre nos mains. Nous vous les virons ce jour ; "
        f"rapprochez-les de {file.invoice.reference}. Nous classons le dossier."
    )


def _plan(_file: LitigationFile, left: Cents) -> str:
    return (
        f"Le débiteur a reconnu sa dette et signé un échéancier : {format_euros(left)} en trois "
        "versements mensuels, que nous vous virerons à mesure. Sa signature interrompt la "
        "prescription (C. civ. art. 2240)."
    )


def _lost(_file: LitigationFile, _left: Cents) -> str:
    return (
        "Ni bien saisissable, ni compte créditeur : la créance est irrécouvrable. Le présent "
        "compte rendu vaut certificat d'irrécouvrabilité ; remettez-le à votre comptabilité, qui "
        "décidera de la perte."
    )


_REPORTS = {Outcome.PAID: _paid, Outcome.PLAN: _plan, Outcome.UNCOLLECTABLE: _lost}


def _later(ctx: Context, what: str, reference: str, days: int) -> None:
    if scene(ctx) is not None:
        schedule(ctx, opening(add_working_days(ctx.today(), days)), what, reference)


def _key(ctx: Context, file: LitigationFile) -> str:
    found = recipient_of(ctx.setting, Recipient(file.recipient))
    return found[0] if found else file.recipient


def _they(ctx: Context, file: LitigationFile) -> Context:
    return ctx.acting_as(_key(ctx, file))


def _say(ctx: Context, file: LitigationFile, title: str, said: str) -> None:
    ours = file.recipient == Recipient.OWN
    receive_message(
        _they(ctx, file),
        sender=_key(ctx, file),
        sender_name=file.recipient_name,
        family="interne" if ours else "prestataire",
        topic="litigation",
        subject=f"{title} : {file.reference}, {file.customer.name}",
        body=f"Madame, Monsieur,\n\n{said}\n\n{file.recipient_name}",
        customer=file.customer,
        about=file.reference,
    )
