"""Use cases of the archive: send a paper on, file it, read it again, destroy it in time."""

from sandbox.core.context import Context
from sandbox.documents.filing.errors import (
    AlreadyDestroyed,
    NoName,
    NoRecipient,
    TooEarlyToDestroy,
    TooManyRecipients,
    UnknownFolder,
    UnknownRecipient,
)
from sandbox.documents.filing.models import ArchiveItem, Transmission
from sandbox.documents.filing.plan import PARTNERS, folder_called, folder_of, must_have, well_named
from sandbox.documents.filing.queries import recipients_of
from sandbox.documents.models import StoredDocument
from sandbox.journal import record, use_case
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import (
    ArchiveConsulted,
    DocumentDestroyed,
    DocumentFiled,
    DocumentTransmitted,
)


@use_case(
    minutes=3,
    emits=(DocumentTransmitted,),
    refuses=(NoRecipient, UnknownRecipient, AlreadyDestroyed),
    warns=(TooManyRecipients,),
)
def transmit_document(
    ctx: Context, archive_item: ArchiveItem, *, recipients: list[str], note: str = ""
) -> ArchiveItem:
    """Send a paper to services (posts) and partners (customer, supplier, carrier), with proof."""
    archive_item.still_there()
    chosen = _checked(ctx, archive_item, recipients)
    expected = must_have(ctx.setting, archive_item)
    needless = len([who for who in chosen if who not in expected])
    if needless > ctx.setting.procedures.filing.needless_from:
        ctx.caution(TooManyRecipients(needless=needless))
    had = recipients_of(ctx.session, ctx.run.id, archive_item.id)
    for who in chosen:
        ctx.add(
            Transmission(item_id=archive_item.id, recipient=who, at=ctx.now(), note=note.strip())
        )
    payload = DocumentTransmitted(
        document=archive_item.number,
        kind=archive_item.kind,
        recipients=tuple(chosen),
        expected=expected,
        missing=tuple(who for who in expected if who not in {*had, *chosen}),
        cautions=tuple(caution.code for caution in ctx.scratch.cautions),
    )
    record(ctx, archive_item.about or archive_item.number, payload)
    return archive_item


def _checked(ctx: Context, item: ArchiveItem, recipients: list[str]) -> list[str]:
    """The recipients, once each; raises NoRecipient or UnknownRecipient."""
    chosen = list(dict.fromkeys(recipients))
    if not chosen:
        raise NoRecipient
    for who in chosen:
        if who not in PARTNERS and ctx.setting.colleague(who) is None:
            raise UnknownRecipient(recipient=who)
    return chosen


@use_case(minutes=2, emits=(DocumentFiled,), refuses=(UnknownFolder, NoName, AlreadyDestroyed))
def file_document(
    ctx: Context, archive_item: ArchiveItem, *, folder: str, name: str
) -> ArchiveItem:
    """Put a paper into a folder of the plan under a name; a mistake passes, and can be found."""
    archive_item.still_there()
    if folder_called(ctx.setting, folder) is None:
        raise UnknownFolder(folder=folder)
    if not name.strip():
        raise NoName
    again = archive_item.filed_at is not None
    archive_item.folder, archive_item.name = folder, name.strip()
    archive_item.filed_at = ctx.now()
    expected = folder_of(ctx.setting, archive_item.kind).code
    payload = DocumentFiled(
        document=archive_item.number,
        kind=archive_item.kind,
        direction=archive_item.direction,
        folder=folder,
        expected_folder=expected,
        well_filed=folder == expected,
        well_named=well_named(ctx.setting, archive_item),
        again=again,
    )
    record(ctx, archive_item.reference, payload)
    return archive_item


@use_case(emits=(ArchiveConsulted,), refuses=(AlreadyDestroyed,))
def consult_archive(ctx: Context, archive_item: ArchiveItem) -> ArchiveItem:
    """Take a paper out of the archive and read it."""
    archive_item.still_there()
    payload = ArchiveConsulted(archive_item.number, archive_item.kind)
    if not consulted_already(ctx, payload.verb, archive_item.reference, payload):
        record(ctx, archive_item.reference, payload)
    return archive_item


@use_case(minutes=2, emits=(DocumentDestroyed,), refuses=(AlreadyDestroyed, TooEarlyToDestroy))
def destroy_document(ctx: Context, archive_item: ArchiveItem) -> ArchiveItem:
    """Destroy a paper whose legal delay has gone; the journal keeps the trace."""
    archive_item.destroy(ctx.now())
    if archive_item.stored_id is not None:
        stored = ctx.session.get_one(StoredDocument, (ctx.run.id, archive_item.stored_id))
        stored.content = None
    payload = DocumentDestroyed(archive_item.number, archive_item.kind, archive_item.keep_until)
    record(ctx, archive_item.reference, payload)
    return archive_item
