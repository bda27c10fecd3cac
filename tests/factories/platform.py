"""The directory, and invoices on their way through the platforms."""

from datetime import date

import factory

from sandbox.core.context import Context
from sandbox.erp.models import DirectoryLine, Invoice
from sandbox.erp.services.platform import deliver_invoice, deposit_invoice
from tests.factories import InRunFactory
from tests.factories.billing import invoiced
from tests.factories.world import World


class DirectoryLineFactory(InRunFactory):
    """A line open since September; give ``address``."""

    class Meta:
        model = DirectoryLine

    siren = factory.LazyAttribute(lambda o: o.address[:9])
    name = "Atelier Lumen"
    platform = "Plateforme Zéphyr"
    opens_on = date(2026, 9, 1)


def available(ctx: Context, world: World) -> Invoice:
    """An invoice that the buyer can see."""
    invoice, platform = invoiced(ctx, world), ctx.acting_as("platform")
    return deliver_invoice(platform, deposit_invoice(platform, invoice))
