"""The e-reporting file (flux 10.3): totals of the sales to consumers, by day and VAT rate."""

from datetime import datetime

from lxml import etree

from sandbox.core.setting import CompanyProfile
from sandbox.erp.platform.reporting import GOODS, DayTotal, Declared
from sandbox.erp.platform.roads import OWN_PLATFORM
from sandbox.erp.platform.xml import Maker, plain, written

# A number that no approved platform bears.
PLATFORM_NUMBER = "0000"
INITIAL = "IN"

_E = Maker()


def write(declared: Declared, company: CompanyProfile, at: datetime) -> bytes:
    """The XML of a period; sales abroad are declared by their invoices, not in this file."""
    first, last = declared.period.first, declared.period.last
    root = _E(
        "Report",
        _E(
            "ReportDocument",
            _E("Id", f"ER-{company.siren}-{first:%Y%m%d}"),
            _E("Name", "E-reporting (bac a sable, sans valeur fiscale)"),
            _E("IssueDateTime", _E("DateTimeString", f"{at:%Y%m%d%H%M%S}")),
            _E("TypeCode", INITIAL),
            _E(
                "Sender",
                _E("Id", PLATFORM_NUMBER, schemeId="0238"),
                _E("Name", OWN_PLATFORM),
                _E("RoleCode", "WK"),
            ),
            _E(
                "Issuer",
                _E("Id", company.siren, schemeId="0002"),
                _E("Name", company.name),
                _E("RoleCode", "SE"),
            ),
        ),
        _E(
            "TransactionsReport",
            _E("ReportPeriod", _E("StartDate", f"{first:%Y%m%d}"), _E("EndDate", f"{last:%Y%m%d}")),
            *(_day(day) for day in declared.days),
        ),
    )
    return written(root)


def _day(day: DayTotal) -> etree._Element:
    return _E(
        "Transactions",
        _E("Date", f"{day.on:%Y%m%d}"),
        _E("TransactionsCurrency", "EUR"),
        _E("CategoryCode", GOODS),
        _E("TaxExclusiveAmount", plain(day.net)),
        _E("TaxTotal", plain(day.vat)),
        _E("TransactionsCount", str(day.count)),
        *(
            _E(
                "TaxSubtotal",
                _E("TaxPercent", plain(row.rate)),
                _E("TaxableAmount", plain(row.base)),
                _E("TaxTotal", plain(row.vat)),
            )
            for row in day.rows
        ),
    )
