"""Journals written in a few readable lines, without a database."""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Self, Union, get_args, get_origin

import pytest

from sandbox.core.calendar import PARIS
from sandbox.core.codec import encode, hints
from sandbox.core.procedures import DelegationLevel, DunningProcedure, DunningStep, Procedures
from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact
from sandbox.evaluation.registry import rules
from sandbox.evaluation.report import evaluate
from sandbox.journal.payloads import OpenInvoice, PurchaseLine, StockPosition, verbs

CUSTOMER = "CLI-0001"
# What a verb is about, unless the story says otherwise.
SUBJECTS = {
    "quote": "DE-2026-000001",
    "order": "CDE-2026-000001",
    "outstanding": CUSTOMER,
    "history": CUSTOMER,
    "stock": "CDE-2026-000001",
    "delivery": "BL-2026-000001",
    "invoice": "FA-2026-000001",
    "credit_note": "AV-2026-000001",
    "dunning": "FA-2026-000001",
    "formal_notice": "FA-2026-000001",
    "purchase_order": "CF-2026-000001",
    "goods": "ARR-2026-000001",
    "approval": "ACC-2026-000001",
    "message": "MSG-000001",
    "colleague": "MSG-000002",
    "bank": "BQ-2026-000001",
    "payment": "REG-2026-000001",
    "customer": CUSTOMER,
    "stock_count": "INV-2026-000001",
    "supplier_invoice": "FF-2026-000001",
    "production": "OF-2026-000001",
    "call": "TEL-000001",
    "complaint": "REC-000001",
    "workbook": "CLA-000001",
}
ORDER, QUOTE, INVOICE, DELIVERY = (SUBJECTS[k] for k in ("order", "quote", "invoice", "delivery"))
PROCEDURES = Procedures(
    delegation=(DelegationLevel("assistant", "Assistant", 500000, 500, 0, 10000),),
    dunning=DunningProcedure(
        steps=(
            DunningStep("pre_reminder", "pré-relance", -5, "email"),
            DunningStep("call", "appel", 3, "phone"),
            DunningStep("reminder_1", "relance 1", 8, "email"),
            DunningStep("reminder_2", "relance 2", 15, "letter"),
            DunningStep("formal_notice", "mise en demeure", 30, "registered", "director"),
        )
    ),
)


@dataclass(frozen=True)
class Entry:
    """A journal entry, as the evaluator reads it."""

    seq: int
    at: datetime
    post: str
    verb: str
    reference: str
    payload: str


def owed(due_on: str, invoice: str = INVOICE, customer: str = CUSTOMER, **more: Any) -> OpenInvoice:
    """An invoice that was open when the run began."""
    known: dict[str, Any] = {"issued_on": "2026-09-01", "balance": 120000, "dunning_level": ""}
    return OpenInvoice(invoice, customer, True, due_on=due_on, **{**known, **more})


def stock(product: str = "MOB-001", available: int = 9) -> StockPosition:
    """What a look-up says of a product."""
    return StockPosition(product, available, 0, available, 0, None)


def goods(product: str = "MOB-001", ordered: int = 10) -> PurchaseLine:
    """A line of a purchase order or of a receipt."""
    return PurchaseLine(product, ordered, 0, 100000)


class Strict(Facts):
    """Facts that know the vocabulary: a verb or a field that does not exist is a mistake."""

    def _look(self, verb: str, key: str | None, value: Any, ended: bool) -> list[Fact]:
        fields = hints(verbs[verb])
        if key and key.partition("__")[0] not in fields:
            raise KeyError(f"{verb} has no {key}")
        return super()._look(verb, key, value, ended)


class Story:
    """Entries of one run, added in order; every method gives the story back.

    Moments read « 11-03 10:20 » in 2026; a payload's fields that do not matter are filled in.
    """

    def __init__(
        self,
        *owing: OpenInvoice,
        start: str = "11-02 08:30",
        practice: tuple[str, ...] = (),
        procedures: Procedures = PROCEDURES,
        posts: tuple[str, ...] = ("director", "purchasing", "accounting"),
        **more: Any,
    ) -> None:
        self.entries: list[Entry] = []
        self.at(start)
        rules_of_the_game = {"procedures": encode(procedures), "posts": posts}
        known = {"open_invoices": owing, "practice": practice, **rules_of_the_game, **more}
        self.happens("run.opened", "essai", **known)

    def at(self, moment: str) -> Self:
        """Company time moves on, without anything happening yet."""
        self.now = datetime.strptime(f"2026-{moment}", "%Y-%m-%d %H:%M").replace(tzinfo=PARIS)
        return self

    def later(self, minutes: int) -> Self:
        """Some minutes of the clock go by, without anything happening."""
        self.now += timedelta(minutes=minutes)
        return self

    def does(self, verb: str, subject: str = "", *, by: str = "learner", **values: Any) -> Self:
        """The learner does something."""
        if verb == "message.received":
            values.setdefault("sender", f"customer:{values.get('customer', CUSTOMER)}")
        payload = encode({**_defaults(verbs[verb], self.now), **_known(verb, values)})
        subject = subject or SUBJECTS.get(verb.partition(".")[0], verb)
        text = json.dumps(payload, ensure_ascii=False)
        self.entries.append(Entry(len(self.entries) + 1, self.now, by, verb, subject, text))
        return self

    def happens(self, verb: str, subject: str = "", *, by: str = "world", **values: Any) -> Self:
        """Somebody else does something."""
        return self.does(verb, subject, by=by, **values)

    def until(self, moment: str) -> Self:
        """The learner lets time pass."""
        return self.at(moment).does("clock.advanced", "horloge")

    def sees_outstanding(self, customer: str = CUSTOMER, **values: Any) -> Self:
        """« Consulter l'encours »."""
        return self.does("outstanding.consulted", customer, customer=customer, **values)

    def sees_stock(self, *products: str, **values: Any) -> Self:
        """« Voir le stock »."""
        found = tuple(stock(product) for product in products or ("MOB-001",))
        return self.does("stock.consulted", positions=found, **values)

    def records(self, subject: str = ORDER, *, short: int = 0, **values: Any) -> Self:
        """« Enregistrer la commande », of two units, ``short`` of which are not there."""
        values = {"promised_on": "2026-11-20", "available_on": "2026-11-20", **values}
        by = values.pop("by", "learner")
        reserved = {"product": "MOB-001", "reserved": 2 - short, "short": short}
        free = {"available_before": 2 - short if short else 9}
        self.does("order.recorded", subject, by=by, **values)
        return self.does("stock.reserved", subject, by=by, **reserved, **free)

    def facts(self) -> Facts:
        """What the rules read."""
        return Strict(self.entries)

    def outcomes(self, code: str) -> str:
        """What one rule finds, in order."""
        return " ".join(finding.outcome for finding in rules[code].judge(self.facts()))

    def verdict(self, criterion: str) -> str:
        """What the run shows of a criterion."""
        return evaluate(self.entries)[criterion].verdict


def table(code: str, cases: Mapping[str, tuple[Story, str]]) -> Callable[..., None]:
    """The test of one rule: stories by name, each with the outcomes expected."""

    @pytest.mark.parametrize("name", cases)
    def test_rule(name: str) -> None:
        story, expected = cases[name]
        assert story.outcomes(code) == expected

    test_rule.code = code  # type: ignore[attr-defined]
    test_rule.cases = cases  # type: ignore[attr-defined]
    return test_rule


def _known(verb: str, values: dict[str, Any]) -> dict[str, Any]:
    unknown = values.keys() - hints(verbs[verb]).keys()
    if unknown:
        raise TypeError(f"{verb} has no {', '.join(unknown)}")
    return values


def _defaults(kind: type, now: datetime) -> dict[str, Any]:
    """A value for each field of a payload: the usual customer, today, nothing."""
    plain: dict[Any, Any] = {str: "", int: 0, bool: False, date: now.date(), datetime: now}
    fields = {k: h for k, h in hints(kind).items() if k not in ("verb", "version")}
    found = {k: None if _optional(h) else plain.get(h, ()) for k, h in fields.items()}
    return {**found, "customer": CUSTOMER} if "customer" in found else found


def _optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
