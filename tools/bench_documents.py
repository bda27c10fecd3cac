"""How fast invoices are drawn and checked: figures for the bench, in milliseconds and a minute."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sandbox.documents.batch import drawn, write_batch
from sandbox.documents.einvoice import facturx
from sandbox.documents.einvoice.checks import check
from sandbox.documents.einvoice.schematron import saxon

TIMES = 50
LINES = 10
BATCH = 1_000


def documents_figures(batch: int = BATCH) -> dict[str, Any]:
    """Medians of fifty: PDF + XML of a ten-line invoice, and its check by the warm worker."""
    bills = [drawn(number, LINES) for number in range(1, TIMES + 1)]
    facturx(bills[0])
    drawing = _median_ms([partial(facturx, bill) for bill in bills])
    files = [facturx(bill) for bill in bills]
    verdict = check(files[0]).verdict
    checking = _median_ms([partial(check, content) for content in files])
    with tempfile.TemporaryDirectory() as folder:
        tally = write_batch(Path(folder), iter(range(1, batch + 1)))
    saxon.close()
    return {
        "pdf_xml_10_lines_ms": drawing,
        "validation_ms": checking,
        "verdict": str(verdict),
        "batch": {"invoices": tally.written, "per_minute": tally.rate, "failed": tally.failed},
    }


def _median_ms(acts: list[Callable[[], object]]) -> float:
    return round(statistics.median(_ms(act) for act in acts), 1)


def _ms(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    print(json.dumps(documents_figures()))
