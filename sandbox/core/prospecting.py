"""When a consumer may be rung up to be sold something (C. conso. L223-1 and D223-9)."""

from datetime import datetime

from sandbox.core.calendar import in_paris, is_working_day

# Hours between which the telephone may ring, from the first to before the second.
CALL_HOURS = ((10, 13), (14, 20))


def in_call_hours(at: datetime) -> bool:
    """Whether it is a moment for such calls: Monday to Friday, but public holidays (D223-9)."""
    at = in_paris(at)
    return is_working_day(at.date()) and any(start <= at.hour < end for start, end in CALL_HOURS)


def consumer_call_allowed(at: datetime, *, prospecting: bool, agreed: bool) -> bool:
    """Whether a consumer may be rung at a moment.

    Prospecting wants their prior consent, or an offer in line with a contract that is running
    (``agreed``), and its hours. A call about an order or a debt is no prospecting.
    """
    return not prospecting or (agreed and in_call_hours(at))
