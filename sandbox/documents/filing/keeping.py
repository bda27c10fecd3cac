"""Putting papers into the archive, one by one, as they are issued or come in."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sandbox.core.context import Context
from sandbox.documents.filing.models import ArchiveItem, Direction
from sandbox.documents.filing.plan import folder_of
from sandbox.documents.models import StoredDocument
from sandbox.documents.snapshots import PurchaseOrder, Snapshot

MOST_TEXT = 4000
_SPOKEN = ("label", "reference", "name", "reason", "customer_reference", "order_reference")


def keep(
    ctx: Context,
    kind: str,
    number: str,
    *,
    direction: Direction,
    partner: str,
    partner_name: str,
    about: str = "",
    text: str = "",
    dated: date | None = None,
    stored: StoredDocument | None = None,
) -> ArchiveItem:
    """Put a paper into the archive, unfiled: the learner does that."""
    on = dated or ctx.today()
    item = ArchiveItem(
        kind=kind,
        direction=direction,
        number=number,
        about=about,
        partner=partner,
        partner_name=partner_name,
        dated=on,
        at=ctx.now(),
        text=text[:MOST_TEXT],
        keep_until=folder_of(ctx.setting, kind).keeps_until(on),
        folder="",
        name="",
    )
    if stored is not None:
        item.stored = stored
    ctx.add(item)
    item.reference = f"ARC-{item.id:06d}"
    return item


def keep_issued(ctx: Context, snapshot: Snapshot, stored: StoredDocument) -> ArchiveItem:
    """Put an issued document into the archive."""
    bought = isinstance(snapshot, PurchaseOrder)
    data = stored.snapshot
    return keep(
        ctx,
        snapshot.kind,
        snapshot.reference,
        direction=Direction.ISSUED,
        partner="supplier" if bought else "customer",
        partner_name=snapshot.seller.name if bought else snapshot.customer.name,
        about=data.get("order_reference") or data.get("invoice_reference") or snapshot.reference,
        text=" ".join(_words(data)),
        stored=stored,
    )


def _words(data: Any) -> Iterator[str]:
    """What can be searched in a snapshot: names, references, labels."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, str) and key in _SPOKEN:
                yield value
            elif isinstance(value, dict | list):
                yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
