"""A debt handed over after formal notice, with the papers that prove it."""

from collections.abc import Sequence
from datetime import date

from sandbox.core.context import LEARNER, Context
from sandbox.core.deadlines import limitation
from sandbox.core.litigation import (
    ESSENTIAL,
    SMALL_CLAIM,
    PieceKind,
    Recipient,
    notice_over,
    small_claim_allowed,
)
from sandbox.core.money import format_euros
from sandbox.core.setting import Setting
from sandbox.crm.services import keep_sent
from sandbox.erp.collection import Claim, claim
from sandbox.erp.errors.billing import NothingDue, PaymentWaiting, PromiseRunning
from sandbox.erp.errors.insolvency import CustomerInsolvent
from sandbox.erp.errors.litigation import (
    AlreadyHanded,
    FileIncomplete,
    LitigationNotApproved,
    NobodyThere,
    NoFormalNotice,
    NoticeRunning,
    PieceNotHeld,
    TimeBarred,
    TooMuchForSmallClaim,
)
from sandbox.erp.errors.planning import PlanRunning
from sandbox.erp.labels import PIECES
from sandbox.erp.models import ApprovalKind, Invoice
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries.litigation import (
    Piece,
    dunnings_of,
    noticed_on,
    open_litigation,
    pieces_of,
)
from sandbox.erp.services.credit import deciding, granted
from sandbox.erp.services.dunning import caution_awaited
from sandbox.journal import record, use_case
from sandbox.journal.payloads.litigation import (
    LitigationHanded,
)

# Our own lawyers, by their post.
LAWYERS = "litigation"
BAILIFF, BAILIFF_NAME = "bailiff:etude", "Étude Marchais et Loriot, commissaires de justice"


def decider(setting: Setting) -> str:
    """Post that decides on a hand-over: the procedure's, else the management."""
    steps = setting.procedures.dunning.steps
    return next((step.decided_by for step in steps if step.level == "litigation"), "director")


def is_ours(setting: Setting) -> bool:
    """Whether the learner's own post decides on it."""
    return decider(setting) in (LEARNER, setting.learner_post)


def recipient_of(setting: Setting, recipient: Recipient) -> tuple[str, str] | None:
    """Key and name of whoever takes such a file; None when the company has nobody of the kind."""
    if recipient == Recipient.BAILIFF:
        return BAILIFF, BAILIFF_NAME
    if recipient == Recipient.AGENCY:
        found = next(iter(setting.providers), None)
        return (f"provider:{found.reference}", found.name) if found else None
    person = setting.colleague(LAWYERS)
    return (LAWYERS, f"{person.name}, {person.title}") if person else None


@use_case(
    minutes=20,
    emits=(LitigationHanded,),
    refuses=(NothingDue, AlreadyHanded, NobodyThere, NoFormalNotice, PieceNotHeld),
    warns=(
        *(NoticeRunning, FileIncomplete, LitigationNotApproved, TooMuchForSmallClaim, TimeBarred),
        *(PromiseRunning, PlanRunning, CustomerInsolvent, PaymentWaiting),
    ),
)
def refer_debt(
    ctx: Context, invoice: Invoice, *, recipient: Recipient, pieces: list[PieceKind]
) -> LitigationFile:
    """Hand a debt over after formal notice, with the papers joined (kinds that we hold).

    The sum claimed is that of the day: penalties and fixed sum between businesses only (C. com.
    L441-10, D441-5).
    """
    invoice.must_be_owed()
    held = open_litigation(ctx.session, invoice)
    if held is not None:
        raise AlreadyHanded(
            invoice=invoice.reference, recipient=held.recipient_name, reference=held.reference
        )
    found = recipient_of(ctx.setting, recipient)
    if found is None:
        raise NobodyThere
    procedure = ctx.setting.procedures.dunning
    steps = dunnings_of(ctx.session, invoice)
    noticed = noticed_on(steps)
    if noticed is None:
        raise NoFormalNotice(invoice=invoice.reference)
    joined = joined_of(pieces_of(ctx.session, invoice, procedure, steps), pieces)
    owed = claim(invoice, procedure, ctx.today())
    approval = _warn(ctx, invoice, recipient, joined, noticed, owed)
    file = ctx.add(_drawn_up(ctx, invoice, owed, joined))
    file.recipient, file.recipient_name = recipient, found[1]
    record(ctx, file.reference, _handed(ctx, file, noticed, approval))
    _write(ctx, file, found[0])
    return file


def _drawn_up(
    ctx: Context, invoice: Invoice, owed: Claim, joined: Sequence[PieceKind]
) -> LitigationFile:
    """The file of a debt, with what is claimed on this day; nobody has it yet."""
    return LitigationFile(
        reference=ctx.number("CTX"),
        invoice_id=invoice.id,
        invoice=invoice,
        customer_id=invoice.customer_id,
        customer=invoice.customer,
        handed_at=ctx.now(),
        pieces=[kind.value for kind in joined],
        principal=owed.balance,
        penalties=owed.penalties,
        indemnity=owed.indemnity,
        asked=[],
        outcome="",
        recovered=0,
        ground="",
    )


def joined_of(held: Sequence[Piece], wanted: Sequence[PieceKind]) -> list[PieceKind]:
    """What is joined, in the order of the file; raises PieceNotHeld."""
    for piece in held:
        if piece.kind in wanted and not piece.held:
            raise PieceNotHeld(piece=PIECES[piece.kind].lower())
    return [piece.kind for piece in held if piece.kind in wanted]


def _warn(
    ctx: Context,
    invoice: Invoice,
    recipient: Recipient,
    joined: Sequence[PieceKind],
    noticed: date,
    owed: Claim,
) -> str | None:
    """What a careful creditor would check first; the approval that allows it, if there is one."""
    if ctx.today() <= notice_over(noticed):
        ctx.caution(NoticeRunning(until=notice_over(noticed)))
    missing = [PIECES[kind].lower() for kind in ESSENTIAL if kind not in joined]
    if missing:
        ctx.caution(FileIncomplete(missing=", ".join(missing)))
    approvals = granted(ctx, invoice.reference)
    approval = deciding(approvals, ApprovalKind.LITIGATION)
    if approval is None and not is_ours(ctx.setting):
        post = decider(ctx.setting)
        person = ctx.setting.colleague(post)
        ctx.caution(LitigationNotApproved(post=person.title if person else post))
    if recipient == Recipient.BAILIFF and not small_claim_allowed(owed.balance, owed.penalties):
        ctx.caution(TooMuchForSmallClaim(most=format_euros(SMALL_CLAIM)))
    until = limitation(invoice.due_on, consumer=not invoice.customer.business)
    if ctx.today() > until:
        ctx.caution(TimeBarred(invoice=invoice.reference, until=until))
    caution_awaited(ctx, invoice)
    return approval


def _handed(
    ctx: Context, file: LitigationFile, noticed: date, approval: str | None
) -> LitigationHanded:
    invoice = file.invoice
    return LitigationHanded(
        customer=file.customer.reference,
        business=file.customer.business,
        invoice=invoice.reference,
        recipient=file.recipient,
        pieces=tuple(file.pieces),
        missing=tuple(kind.value for kind in file.missing),
        principal=file.principal,
        penalties=file.penalties,
        indemnity=file.indemnity,
        total=file.total,
        noticed_on=noticed,
        days_late=invoice.days_late(ctx.today()),
        needed=not is_ours(ctx.setting),
        approval=approval,
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )


def _write(ctx: Context, file: LitigationFile, to: str) -> None:
    """The letter that goes with the file; our own lawyers have it on their desk."""
    if to == LAWYERS:
        return
    keep_sent(
        ctx,
        to=to,
        subject=f"Dossier {file.reference} : {file.customer.name}",
        body=(
            "Madame, Monsieur,\n\nNous vous confions le recouvrement de "
            f"{format_euros(file.total)} dus par {file.customer.name} au titre de la facture "
            f"{file.invoice.reference}, échue "
            f"le {file.invoice.due_on:%d/%m/%Y}. Le bordereau et ses pièces sont joints. Nous "
            "cessons toute relance de notre côté.\n\nCordialement,\nLe service commercial\n"
            f"{ctx.setting.company.name}"
        ),
        topic="litigation",
        customer=file.customer,
        about=file.reference,
    )
