"""The directory of a run: the lines that the files write, and the usual one of each company."""

from collections.abc import Iterator
from datetime import date

from sandbox.core.context import Context
from sandbox.erp.models import DirectoryLine
from sandbox.erp.platform.directory import CHORUS_PRO, well_formed
from sandbox.erp.platform.roads import PUBLIC
from sandbox.simulation.schema import CompanyFile, CustomerSheet, DirectorySheet

RECEIVING_PLATFORM = "Plateforme Zéphyr"
# Every company must be able to receive from that day (finance act for 2024, art. 91).
RECEIVING_FROM = date(2026, 9, 1)


def write_directory(ctx: Context, company: CompanyFile) -> None:
    """Put the lines of the directory into a template."""
    written = {sheet.siren for sheet in company.directory}
    for sheet in company.directory:
        ctx.add(_line(sheet, _name(company, sheet)))
    since = min(RECEIVING_FROM, ctx.setting.starts_at.date())
    for customer in company.customers.values():
        if customer.business and customer.siren and customer.siren not in written:
            for usual in _usual(customer, since):
                ctx.add(_line(usual, customer.name))


def _usual(customer: CustomerSheet, since: date) -> Iterator[DirectorySheet]:
    """A company receives at its SIREN, and at the address that its record bears if it is one."""
    own, platform = customer.platform_address, RECEIVING_PLATFORM
    if customer.segment == PUBLIC:
        platform = CHORUS_PRO
    bears_one = well_formed(own) and own.startswith(customer.siren)
    for address in dict.fromkeys((customer.siren, own if bears_one else customer.siren)):
        yield DirectorySheet(address, platform=platform, opens_on=since)


def _name(company: CompanyFile, sheet: DirectorySheet) -> str:
    known = (c.name for c in company.customers.values() if c.siren == sheet.siren)
    return sheet.name or next(known, "")


def _line(sheet: DirectorySheet, name: str) -> DirectoryLine:
    return DirectoryLine(
        address=sheet.address,
        siren=sheet.siren,
        name=name,
        platform=sheet.platform or RECEIVING_PLATFORM,
        opens_on=sheet.opens_on,
        closes_on=sheet.closes_on,
        wants_order_number=sheet.wants_order_number,
    )
