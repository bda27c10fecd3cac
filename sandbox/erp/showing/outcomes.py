"""What became of the quotes, ready to show."""

from typing import Any

from sqlalchemy.orm import Session

from sandbox.core.money import rate_of
from sandbox.erp.labels import QUOTE, REFUSAL
from sandbox.erp.queries.quoting import ENDED, outcomes
from sandbox.filters import rate

UNTOLD = "Motif non dit"


def shown(session: Session, run_id: int) -> dict[str, Any]:
    """States in the order of a quote's life, reasons from the most given, the rates written."""
    found = outcomes(session, run_id)
    by_state = {tally.key: tally for tally in found.states}
    lost = sum(tally.count for tally in found.refusals)
    by_count, by_amount = found.transformation
    return {
        "states": [(state, by_state[state]) for state in QUOTE if state in by_state],
        "refusals": [
            (REFUSAL.get(tally.key, UNTOLD), tally, rate(rate_of(tally.count, lost)))
            for tally in found.refusals
        ],
        "won": found.of(ENDED[0]).count,
        "ended": found.of(*ENDED).count,
        "by_count": rate(by_count),
        "by_amount": rate(by_amount),
    }
