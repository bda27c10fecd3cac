"""What a person opened last, run by run, small enough for the cookie of their session."""

from collections.abc import Mapping, Sequence

OPENED = "opened"
MOST = 8
RUNS = 3
Opened = Mapping[str, Sequence[str]]


def remembered(
    before: Opened | None, run_id: int, kind: str, row_id: int
) -> dict[str, Sequence[str]]:
    """With this record first in its run, the latest run last; the oldest of both are forgotten."""
    runs, key, row = dict(before or {}), str(run_id), f"{kind}:{row_id}"
    others = [one for one in runs.pop(key, ()) if one != row]
    kept = dict(list(runs.items())[-(RUNS - 1) :])
    return kept | {key: [row, *others][:MOST]}


def opened_in(opened: Opened | None, run_id: int) -> list[tuple[str, int]]:
    """Kind and row of what was opened in a run, the latest first."""
    pairs = (one.partition(":") for one in (opened or {}).get(str(run_id), ()))
    return [(kind, int(row_id)) for kind, _, row_id in pairs]
