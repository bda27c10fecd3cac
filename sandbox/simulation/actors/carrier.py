"""Carriers: what has left gets there."""

from datetime import datetime, time

from sandbox.core.calendar import PARIS
from sandbox.core.context import Context
from sandbox.erp.models import DeliveryNote
from sandbox.erp.services.shipping import deliver
from sandbox.journal import subscribe
from sandbox.journal.payloads import DeliveryShipped
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.scene import between, scene

ROUND = (9 * 60, 16 * 60)


@subscribe(DeliveryShipped)
def load(ctx: Context, reference: str, payload: DeliveryShipped) -> None:
    """The goods are on the road."""
    if scene(ctx) is not None:
        minute = between(ctx, ROUND, f"carrier:{payload.carrier}", "arrives", reference)
        at = datetime.combine(payload.arrives_on, time(*divmod(minute, 60)), PARIS)
        schedule(ctx, at, "carrier_delivers", reference, carrier=payload.carrier)


@happens("carrier_delivers")
def unload(ctx: Context, subject: str, carrier: str) -> None:
    """The customer signs the delivery note."""
    deliver(ctx.acting_as(f"carrier:{carrier}"), ctx.find(DeliveryNote, subject))
