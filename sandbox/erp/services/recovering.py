"""A debt in other hands: taken, completed with papers, reported on, proposed as a loss."""

from sandbox.core.context import Context
from sandbox.core.litigation import Outcome, PieceKind, loss_of
from sandbox.core.units import Cents
from sandbox.erp.errors.litigation import (
    AlreadyReported,
    AlreadyWrittenOff,
    GroundMissing,
    NothingAsked,
    NotTakenYet,
    PieceNotHeld,
    StillCollectable,
)
from sandbox.erp.models.litigation import LitigationFile
from sandbox.erp.queries.litigation import dunnings_of, pieces_of
from sandbox.erp.services.litigation import joined_of
from sandbox.journal import record, use_case
from sandbox.journal.payloads.litigation import (
    LitigationAnswered,
    LitigationCompleted,
    LitigationReported,
    WriteOffProposed,
)


@use_case(emits=(LitigationAnswered,), refuses=(AlreadyReported,))
def answer_litigation(
    ctx: Context, litigation_file: LitigationFile, *, asked: list[PieceKind]
) -> LitigationFile:
    """The recipient takes the file, or asks for these papers first."""
    litigation_file.answer(asked, ctx.now())
    payload = LitigationAnswered(
        customer=litigation_file.customer.reference,
        invoice=litigation_file.invoice.reference,
        taken=not litigation_file.asked,
        asked=tuple(litigation_file.asked),
    )
    record(ctx, litigation_file.reference, payload)
    return litigation_file


@use_case(minutes=6, emits=(LitigationCompleted,), refuses=(NothingAsked, PieceNotHeld))
def complete_litigation(
    ctx: Context, litigation_file: LitigationFile, *, pieces: list[PieceKind]
) -> LitigationFile:
    """Join papers that the recipient asked for, once we hold them."""
    procedure = ctx.setting.procedures.dunning
    steps = dunnings_of(ctx.session, litigation_file.invoice)
    wanted = joined_of(pieces_of(ctx.session, litigation_file.invoice, procedure, steps), pieces)
    added = litigation_file.complete(wanted)
    payload = LitigationCompleted(
        customer=litigation_file.customer.reference,
        invoice=litigation_file.invoice.reference,
        pieces=tuple(kind.value for kind in added),
        missing=tuple(kind.value for kind in litigation_file.missing),
    )
    record(ctx, litigation_file.reference, payload)
    return litigation_file


@use_case(emits=(LitigationReported,), refuses=(AlreadyReported, NotTakenYet))
def report_litigation(
    ctx: Context, litigation_file: LitigationFile, *, outcome: Outcome, recovered: Cents = 0
) -> LitigationFile:
    """The recipient says what came of it, and what it obtained in cents."""
    litigation_file.report(outcome, recovered, ctx.now())
    payload = LitigationReported(
        customer=litigation_file.customer.reference,
        invoice=litigation_file.invoice.reference,
        outcome=outcome,
        recovered=recovered,
    )
    record(ctx, litigation_file.reference, payload)
    return litigation_file


@use_case(
    minutes=8,
    emits=(WriteOffProposed,),
    refuses=(StillCollectable, AlreadyWrittenOff, GroundMissing),
)
def propose_write_off(
    ctx: Context, litigation_file: LitigationFile, *, ground: str
) -> LitigationFile:
    """Propose to accounting that a debt be booked as lost, its VAT taken back (CGI 272-1)."""
    if not ground.strip():
        raise GroundMissing
    litigation_file.write_off(ground.strip(), ctx.now())
    invoice = litigation_file.invoice
    loss = loss_of(invoice.balance, invoice.net, invoice.gross)
    payload = WriteOffProposed(
        customer=litigation_file.customer.reference,
        invoice=invoice.reference,
        net=loss.net,
        vat=loss.vat,
        gross=loss.gross,
    )
    record(ctx, litigation_file.reference, payload)
    return litigation_file
