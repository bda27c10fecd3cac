"""Credit notes on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.core.errors import DomainError
from sandbox.core.setting import Setting
from sandbox.core.units import Cents
from sandbox.erp.forms.crediting import CreditPartForm
from sandbox.erp.models import CreditKind, CreditNote, Invoice, InvoiceLine
from sandbox.erp.models.credit import lines_of, taken_back
from sandbox.erp.showing.shipping import foot

STATES = (("", "Tous"), ("left", "À imputer"), ("internal", "Internes"))


@dataclass(frozen=True)
class Creditable:
    """A line of an invoice, what is left to take back of it, and what was typed for it."""

    line: InvoiceLine
    units: int
    net: Cents
    typed: Any


def new_credit(
    invoice: Invoice, form: CreditPartForm, notes: Sequence[CreditNote], setting: Setting
) -> dict[str, Any]:
    """The form of a partial credit note, with its totals when what is typed can be reckoned."""
    taken = taken_back(notes)
    typed = {str(entry.form.position.data): entry.form for entry in form.lines}
    rows = [
        Creditable(
            line,
            taken.units_left(line),
            taken.net_left(line),
            typed.get(str(line.position)),
        )
        for line in invoice.lines
        if not line.lent
    ]
    totals, problem = _reckoned(invoice, form, notes, setting)
    return {"invoice": invoice, "rows": rows, "totals": totals, "problem": problem}


def _reckoned(
    invoice: Invoice, form: CreditPartForm, notes: Sequence[CreditNote], setting: Setting
) -> tuple[list[tuple[str, str]], str]:
    """Totals of what is typed, or the sentence that says why there are none."""
    if not form.kind.raw_data or any(form.lines.errors):
        return [], ""
    try:
        lines = lines_of(invoice, CreditKind(form.kind.data), form.drafts(), notes)
    except DomainError as error:
        return [], str(error)
    except ValueError:
        return [], "Une quantité ou un montant ne se lit pas."
    note = CreditNote(kind=form.kind.data, carriage=0)
    note.total_up(lines, 0, 0)
    return foot(note, lines, setting, invoice.customer), ""
