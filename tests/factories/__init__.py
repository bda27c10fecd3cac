"""Factories by package: rows of the run that the test acts in."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import factory

from sandbox.core.context import Context

_acting: list[Context] = []


@contextmanager
def acting_in(ctx: Context) -> Iterator[None]:
    """Factories put their rows into this context's run."""
    _acting.append(ctx)
    try:
        yield
    finally:
        _acting.pop()


class InRunFactory(factory.Factory):
    """Parent of the factories of business rows: keys come from the run's counter."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        ctx = _acting[-1]
        row = ctx.add(model_class(*args, **kwargs))
        ctx.session.flush()
        return row
