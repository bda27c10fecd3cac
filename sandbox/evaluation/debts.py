"""What customers owe, as the journal tells it: invoices of the run and those open at its start."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sandbox.core.units import Cents
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact

# Facts by which a debt is known.
SOURCES = ("run.opened", "invoice.issued")
# Credit notes that take a whole invoice back; journals of before say nothing of the others.
CANCELLATION = "cancellation"
# Status « en litige » that the customer sets on the platform.
IN_DISPUTE = 207


@dataclass(frozen=True, slots=True)
class Pledge:
    """A promise to pay, or a payment plan, and the last day that it stays collection."""

    fact: Fact
    until: date


@dataclass(frozen=True, slots=True)
class Debt:
    """An invoice to be paid; ``source`` is the entry it is known by, ``level`` its dunning then.

    Nothing is to be claimed from ``stopped_on`` on: the money came (recorded or not), a credit note
    cancelled the invoice, or it was turned down.
    """

    invoice: str
    customer: str
    due_on: date
    source: Fact
    level: str
    stopped_on: date | None
    disputed: Fact | None
    pledges: tuple[Pledge, ...]

    def pledge_over(self, first: date, last: date) -> Fact | None:
        """A promise or a plan made by the last of two days, that runs on or beyond the first."""
        for pledge in reversed(self.pledges):
            if pledge.fact.at.date() <= last and pledge.until >= first:
                return pledge.fact
        return None


def debts(facts: Facts, source: Fact) -> list[Debt]:
    """Debts known by a fact: all those open at the start, or the one of an invoice issued."""
    return facts.once(("debts", source.seq), lambda: list(_debts(facts, source)))


def _debts(facts: Facts, source: Fact) -> Iterator[Debt]:
    if source.verb == "invoice.issued":
        known = {"invoice": source.subject, "customer": source["customer"], "dunning_level": ""}
        due = source.date("due_on")
        advances = sum(part["amount"] for part in facts.find("deposit.deducted", of=source.subject))
        yield _debt(facts, {**known, "amount": source["gross"] - advances}, due, source)
        return
    for line in source["open_invoices"]:
        if line["customer"] not in source["practice"]:
            due = date.fromisoformat(line["due_on"])
            yield _debt(facts, {**line, "amount": line["balance"]}, due, source)


def debts_of(facts: Facts, customer: str) -> Iterator[Debt]:
    """Debts of one customer."""
    issued = facts.find("invoice.issued", customer=customer)
    for source in (facts.opening, *issued):
        if source is not None:
            yield from (debt for debt in debts(facts, source) if debt.customer == customer)


def _debt(facts: Facts, known: dict[str, Any], due_on: date, source: Fact) -> Debt:
    invoice, customer = known["invoice"], known["customer"]
    notes = facts.find("credit_note.issued", invoice=invoice)
    credited = next((note for note in notes if cancels(note)), None)
    given_back = sum(note["gross"] for note in notes if not cancels(note))
    disputed = facts.first("invoice.rejected", "invoice.refused", of=invoice)
    disputed = disputed or facts.first("invoice.status_set", of=invoice, status=IN_DISPUTE)
    stops = [fact.at.date() for fact in (credited, disputed) if fact is not None]
    paid_on = _paid_on(facts, invoice, customer) or _waiting_since(
        facts, customer, known["amount"] - given_back, source
    )
    return Debt(
        invoice=invoice,
        customer=customer,
        due_on=due_on,
        source=source,
        level=known["dunning_level"],
        stopped_on=min([*stops, *([paid_on] if paid_on else [])], default=None),
        disputed=disputed,
        pledges=tuple(sorted(_pledges(facts, invoice), key=lambda pledge: pledge.fact.seq)),
    )


def _pledges(facts: Facts, invoice: str) -> Iterator[Pledge]:
    for promise in facts.find("payment.promised", of=invoice):
        yield Pledge(promise, promise.date("promised_on"))
    for plan in facts.find("payment_plan.agreed"):
        if invoice in plan["invoices"]:
            broken = facts.first("payment_plan.broken", of=plan.subject)
            yield Pledge(plan, broken.at.date() if broken else date.max)


def cancels(note: Fact) -> bool:
    """Whether a credit note takes the whole invoice back."""
    return bool(note.get("kind", CANCELLATION) == CANCELLATION)


def _paid_on(facts: Facts, invoice: str, customer: str) -> date | None:
    """Day on which the money that settled an invoice came in, unless it went away again."""
    settled = facts.last("payment.reconciled", invoice=invoice, left=0)
    if settled is None or _owed_again(facts, invoice, customer, settled):
        return None
    payment = facts.first("payment.recorded", of=settled.subject)
    return payment.moment("credited_at").date() if payment else settled.at.date()


def _owed_again(facts: Facts, invoice: str, customer: str, settled: Fact) -> bool:
    """Whether the payment was taken off the invoice, or came back unpaid."""
    if facts.first("payment.unmatched", invoice=invoice, after=settled):
        return True
    returned = facts.find("payment.returned", customer=customer, after=settled)
    return any(invoice in fact["invoices"] for fact in returned)


def _waiting_since(facts: Facts, customer: str, amount: Cents, source: Fact) -> date | None:
    """Day since when money that would settle a debt has been in the bank, unrecorded."""
    for line in facts.find("bank.credited", customer=customer, after=source):
        recorded = facts.first("payment.recorded", bank_line=line.subject)
        if line["amount"] >= amount and recorded is None:
            return line.at.date()
    return None
