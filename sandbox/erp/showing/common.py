"""What several screens of the sales desk show alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sandbox.core.context import LEARNER
from sandbox.core.pricing import Totals
from sandbox.core.setting import SalesProcedure, Setting
from sandbox.core.units import Cents
from sandbox.crm.models import Customer
from sandbox.erp.labels import STORY, who
from sandbox.erp.models import Amounts, OrderLine, QuoteLine
from sandbox.erp.services.lines import vat_of
from sandbox.filters import eur, rate, when
from sandbox.journal.models import JournalEntry


@dataclass(frozen=True)
class FeedEntry:
    """One thing that happened to a document."""

    icon: str
    who: str
    what: str
    when: str
    quote: str = ""
    url: str = ""


def feed(entries: Iterable[JournalEntry], setting: Setting, customer: str) -> list[FeedEntry]:
    """The story of a document, latest first; entries without words are left out."""
    told = [_told(entry, setting, customer) for entry in entries if entry.verb in STORY]
    return told[::-1]


def _told(entry: JournalEntry, setting: Setting, customer: str) -> FeedEntry:
    icon, words = STORY[entry.verb]
    have = "avez" if entry.post == LEARNER else "a"
    name = who(entry.post, setting, customer)
    return FeedEntry(icon, name, f"{have} {words}", when(entry.at))


def totals_rows(
    goods: Cents, eco: Cents, port: Cents, totals: Totals, overall: Cents = 0
) -> list[tuple[str, str]]:
    """The foot of a document, each amount written; ``overall`` is the discount on the whole."""
    rows = [("Articles HT", eur(goods + overall))]
    if overall:
        rows += [("Remise globale", eur(-overall)), ("Net commercial HT", eur(goods))]
    if eco:
        rows.append(("Éco-contribution", eur(eco)))
    rows.append(("Port HT", eur(port)))
    rows.append(("Total HT", eur(totals.net)))
    rows += [(f"TVA {rate(row.rate)}", eur(row.vat)) for row in totals.vat_rows]
    return [*rows, ("Total TTC", eur(totals.gross))]


def foot_of(
    document: Amounts,
    lines: Sequence[QuoteLine | OrderLine],
    sales: SalesProcedure,
    customer: Customer,
) -> list[tuple[str, str]]:
    """The foot of a document that is kept."""
    totals = document.foot(lines, document.carriage, vat_of(sales.carriage_vat, customer))
    goods, eco = sum(line.net for line in lines), sum(line.eco_total for line in lines)
    off = sum(line.before_overall - line.net for line in lines)
    return totals_rows(goods, eco, document.carriage, totals, off)
