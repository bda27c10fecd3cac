"""`flask einvoice batch`: many invoices written and checked, to see how fast it goes.

The invoices are drawn by a hash from the specimens: same count, same files.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from sandbox.core.chance import between
from sandbox.core.pricing import line_net, totals
from sandbox.documents.einvoice import facturx
from sandbox.documents.einvoice.checks import check
from sandbox.documents.einvoice.results import Verdict
from sandbox.documents.parts import Line, Totals, VatRow
from sandbox.documents.snapshots import Invoice
from sandbox.documents.specimens.selling import invoice

SEED = 2026
FAILED, PENDING = 1, 2
MOST_LINES = 20
RATES = (2_000, 2_000, 1_000, 550)


@dataclass
class Tally:
    """What came of a batch."""

    written: int = 0
    failed: int = 0
    pending: int = 0
    seconds: float = 0.0

    @property
    def rate(self) -> int:
        """Invoices a minute."""
        return round(60 * self.written / self.seconds) if self.seconds else 0


@click.command("batch")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--count", default=1_000, show_default=True, type=click.IntRange(1, 100_000),
              help="Combien de factures.")  # fmt: skip
def batch_command(folder: Path, count: int) -> None:
    """Écrit et contrôle dans DIR des factures Factur-X tirées au sort, et dit à quelle cadence.

    Rend 0 si toutes sont conformes, 1 si l'une ne l'est pas, 2 si un contrôle reste en attente.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with click.progressbar(range(1, count + 1), label="Factures", show_pos=True) as numbers:
        tally = write_batch(folder, numbers)
    click.echo(
        f"{tally.written} factures en {tally.seconds:.1f} s, soit {tally.rate} par minute ; "
        f"{tally.failed} non conformes, {tally.pending} en attente de contrôle."
    )
    raise SystemExit(FAILED if tally.failed else PENDING if tally.pending else 0)


def write_batch(folder: Path, numbers: Iterator[int]) -> Tally:
    """Write and check the invoices of these numbers, one file each."""
    tally, start = Tally(), time.perf_counter()
    for number in numbers:
        bill = drawn(number)
        content = facturx(bill)
        (folder / f"{bill.reference}.pdf").write_bytes(content)
        verdict = check(content).verdict
        tally.written += 1
        tally.failed += verdict == Verdict.FAILED
        tally.pending += verdict == Verdict.PENDING
    tally.seconds = time.perf_counter() - start
    return tally


def drawn(number: int, lines: int | None = None) -> Invoice:
    """The invoice of a number, coherent to the cent: up to twenty lines unless told how many."""
    count = lines or between(1, MOST_LINES, SEED, "batch", "lines", str(number))
    found = tuple(_line(number, position) for position in range(1, count + 1))
    return replace(
        invoice(), reference=f"FA-2026-{number:06}", lines=found, totals=_foot(found),
        supply="goods",
    )  # fmt: skip


def _line(number: int, position: int) -> Line:
    subject = f"{number}/{position}"
    quantity = between(1, 60, SEED, "batch", "quantity", subject)
    price = between(1, 9_000, SEED, "batch", "price", subject) * 1_000
    discount = between(0, 3, SEED, "batch", "discount", subject) * 500
    return Line(
        reference=f"MOB-{position:03}",
        label=f"Article d’essai n° {position}",
        quantity=quantity,
        unit="pièce",
        unit_price=price,
        discount_rate=discount,
        vat_rate=RATES[between(0, len(RATES) - 1, SEED, "batch", "rate", subject)],
        net=line_net(quantity, price, discount),
    )


def _foot(lines: tuple[Line, ...]) -> Totals:
    found = totals([(line.vat_rate, line.net) for line in lines])
    return Totals(
        goods=found.net,
        net=found.net,
        vat_rows=tuple(VatRow(rate=row.rate, base=row.base, vat=row.vat) for row in found.vat_rows),
        vat=found.vat,
        gross=found.gross,
        due=found.gross,
    )
