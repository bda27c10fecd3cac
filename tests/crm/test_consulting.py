"""A look-up that says the same again is no news."""

from sandbox.core.context import Context
from sandbox.journal import record
from sandbox.journal.consulting import consulted_already
from sandbox.journal.payloads import HistoryConsulted
from sandbox.journal.recording import write_entries


def noted(ctx: Context, reference: str, payload: HistoryConsulted) -> None:
    record(ctx, reference, payload)
    write_entries(ctx)


def already(ctx: Context, reference: str, payload: HistoryConsulted) -> bool:
    return consulted_already(ctx, payload.verb, reference, payload)


def test_nothing_was_looked_up_at_first(ctx: Context) -> None:
    assert not already(ctx, "CLI-0001", HistoryConsulted("CLI-0001"))


def test_the_same_content_was_seen_already(ctx: Context) -> None:
    noted(ctx, "CLI-0001", HistoryConsulted("CLI-0001"))
    assert already(ctx, "CLI-0001", HistoryConsulted("CLI-0001"))


def test_another_reference_is_another_matter(ctx: Context) -> None:
    noted(ctx, "CLI-0001", HistoryConsulted("CLI-0001"))
    assert not already(ctx, "CLI-0002", HistoryConsulted("CLI-0001"))


def test_only_the_last_look_counts(ctx: Context) -> None:
    noted(ctx, "CLI-0001", HistoryConsulted("before"))
    noted(ctx, "CLI-0001", HistoryConsulted("after"))
    assert not already(ctx, "CLI-0001", HistoryConsulted("before"))


def test_what_others_saw_does_not_count(ctx: Context) -> None:
    noted(ctx.acting_as("trainer"), "CLI-0001", HistoryConsulted("CLI-0001"))
    assert not already(ctx, "CLI-0001", HistoryConsulted("CLI-0001"))
