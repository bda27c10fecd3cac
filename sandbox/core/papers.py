"""Whether something of a run bears a reference, whichever room keeps it."""

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, literal, select, union_all
from sqlalchemy.orm import Session

from sandbox.core.orm import Base, Referable


@cache
def _anything() -> Any:
    """One statement over every kind of row that people call by a reference."""
    kinds = {m.class_ for m in Base.registry.mappers if issubclass(m.class_, Referable)}
    rows: list[Select[int]] = [
        select(literal(1)).where(
            kind.run_id == bindparam("run_id"), kind.reference == bindparam("named")
        )
        for kind in sorted(kinds, key=lambda kind: kind.__name__)
    ]
    return union_all(*rows).limit(1)


def is_known(session: Session, run_id: int, reference: str) -> bool:
    """Whether a document, a message, a call… of the run bears this reference."""
    found = session.scalar(_anything(), {"run_id": run_id, "named": reference})
    return found is not None
