"""Checks between the parts of a scenario: what is named exists, what is said can be filled."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.core import numbering
from sandbox.core.codec import Path
from sandbox.journal.payloads import verbs
from sandbox.simulation.calling import PhoneDialogue
from sandbox.simulation.expecting import expectation_problems
from sandbox.simulation.happening import Condition, Episode, LineSheet
from sandbox.simulation.incident_files import IncidentFile, Planned
from sandbox.simulation.incident_reading import missing_params, read_params
from sandbox.simulation.incidents.kinds import Kind, kinds
from sandbox.simulation.past_year.drawing import draw_year
from sandbox.simulation.past_year.supplying import supplies
from sandbox.simulation.reading import Reader
from sandbox.simulation.scene import FIELDS, OCCASIONS, fields_named
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import Dialogue, ScenarioFile

Problem = tuple[Path, str]
# News of the company come from nobody in particular.
NEWS, STRANGER = "news", "stranger:"


@dataclass(frozen=True)
class Words:
    """What the folder holds for every scenario: dialogues, incidents, telephone conversations."""

    dialogues: dict[str, Dialogue]
    incidents: dict[str, IncidentFile]
    calls: dict[str, PhoneDialogue]


def check_scenario(reader: Reader, file: ScenarioFile, company: CompanyFile, words: Words) -> None:
    """Note every mistake that a scenario makes about its own company."""
    dialogues = words.dialogues
    for path, problem in (
        *_books(file, company),
        *_story(file, company, words),
        *_characters(company, words),
        *expectation_problems(file, company),
    ):
        reader.note(path, problem)
    for occasion in sorted(OCCASIONS - set(dialogues)):
        kind, _, name = occasion.partition(".")
        reader.note((), f"le dialogue « {name} » manque dans dialogues/{kind}.yaml.")


def check_planned(
    reader: Reader, file: ScenarioFile, company: CompanyFile, words: Words
) -> tuple[Planned, ...]:
    """The incidents of a scenario with plain parameters; every mistake about them is noted."""
    seen: set[str] = set()
    read = []
    for number, planned in enumerate(file.incidents):
        path: Path = ("incidents", number)
        sheet = words.incidents.get(planned.incident)
        if sheet is None:
            text = f"aucun incident ne s'appelle « {planned.incident} » dans incidents/."
            reader.note((*path, "incident"), text)
            continue
        if planned.known_as in seen:
            text = f"« {planned.known_as} » est déjà pris : ajouter un « name » à cet incident."
            reader.note((*path, "name"), text)
        seen.add(planned.known_as)
        kind, given = kinds[sheet.kind], planned.params
        params = read_params(reader, kind, given, (*path, "with"))
        _references(reader, (*path, "with"), kind, {**sheet.params, **params}, company)
        for name in missing_params(kind, {**sheet.params, **params}):
            reader.note((*path, "with"), f"le paramètre « {name} » manque.")
        _moments(reader, path, planned, file)
        read.append(Planned(**(vars(planned) | {"params": params})))
    return tuple(read)


def _references(
    reader: Reader, path: Path, kind: Kind, params: Mapping[str, Any], company: CompanyFile
) -> None:
    books: dict[str, Mapping[str, object]] = {
        "customer": company.customers,
        "supplier": company.suppliers,
        "product": company.products,
        "products": company.products,
    }
    for name, of in kind.references.items():
        value = params.get(name) or ()
        for reference in [value] if isinstance(value, str) else value:
            if reference not in books[of]:
                text = f"« {reference} » est absent de ce scénario."
                reader.note((*path, name), text)


def _moments(reader: Reader, path: Path, planned: Planned, file: ScenarioFile) -> None:
    first = planned.at or (planned.window.opens if planned.window else None)
    if first is not None and first < file.starts_at:
        reader.note((*path, "at"), "ce moment précède le début du scénario.")
    conditions: dict[str, Condition | None] = {"after": planned.after, "unless": planned.unless}
    for key, condition in conditions.items():
        for problem in _verb(condition):
            reader.note((*path, key, "verb"), problem)


def _verb(condition: Condition | None) -> Iterator[str]:
    if condition and condition.verb not in verbs:
        yield f"« {condition.verb} » n'est pas un verbe du journal : {', '.join(sorted(verbs))}."


def check_dialogues(reader: Reader, read: Mapping[str, Dialogue]) -> None:
    """Note the braces that no actor can fill."""
    for occasion, dialogue in read.items():
        texts: dict[Path, str] = {("subject",): dialogue.subject}
        texts |= {("variants", n): text for n, text in enumerate(dialogue.variants)}
        for path, text in texts.items():
            for problem in _braces(text):
                reader.note((occasion, *path), problem)


def _braces(text: str) -> Iterator[str]:
    try:
        unknown = sorted(fields_named(text) - FIELDS)
    except ValueError:
        yield "une accolade n'est pas refermée."
        return
    for name in unknown:
        yield f"« {{{name}}} » n'existe pas ; choisir parmi {', '.join(sorted(FIELDS))}."


def _unknown(
    path: Path, reference: str, known: Mapping[str, object], what: str
) -> Iterator[Problem]:
    if reference not in known:
        yield path, f"« {reference} » : {what} absent de ce scénario."


def _lines(path: Path, lines: tuple[LineSheet, ...], company: CompanyFile) -> Iterator[Problem]:
    for number, line in enumerate(lines):
        below = (*path, "lines", number)
        yield from _unknown((*below, "product"), line.product, company.products, "article")
        if line.quantity < 1:
            yield (*below, "quantity"), "la quantité doit être d'au moins 1."


def _books(file: ScenarioFile, company: CompanyFile) -> Iterator[Problem]:
    start = file.starts_at.date()
    for number, invoice in enumerate(file.invoices):
        path: Path = ("invoices", number)
        yield from _unknown((*path, "customer"), invoice.customer, company.customers, "client")
        yield from _lines(path, invoice.lines, company)
        if invoice.issued_on >= start:
            yield (*path, "issued_on"), "une facture ancienne date d'avant le début du scénario."
        if invoice.paid_on and invoice.paid_on < invoice.issued_on:
            yield (*path, "paid_on"), "le règlement ne peut pas précéder la facture."
    for number, purchase in enumerate(file.purchases):
        path, named = ("purchases", number), purchase.supplier
        yield from _unknown((*path, "supplier"), named, company.suppliers, "fournisseur")
        yield from _lines(path, purchase.lines, company)
        if purchase.sent_on >= start:
            yield (*path, "sent_on"), "une commande en cours date d'avant le début du scénario."


def _story(file: ScenarioFile, company: CompanyFile, words: Words) -> Iterator[Problem]:
    seen: set[str] = set()
    purchases = _purchases(file, company)
    for number, episode in enumerate(file.story):
        path: Path = ("story", number)
        if episode.name in seen:
            yield (*path, "name"), f"le nom « {episode.name} » est déjà pris ; en choisir un autre."
        seen.add(episode.name)
        if episode.at and episode.at < file.starts_at:
            yield (*path, "at"), "ce moment précède le début du scénario."
        yield from _conditions(path, episode)
        yield from _happening(path, episode, company)
        yield from _further(path, episode, company, words)
        if episode.delay and episode.delay.purchase not in purchases:
            text = f"« {episode.delay.purchase} » n'est pas une commande fournisseur en cours."
            yield (*path, "delay", "purchase"), text


def _purchases(file: ScenarioFile, company: CompanyFile) -> set[str]:
    """References that the open purchase orders will bear: numbered by date, after the past ones."""
    before = _bought_before(file, company) if file.uses.past_year else ()
    years = [purchase.sent_on.year for purchase in sorted(file.purchases, key=lambda p: p.sent_on)]
    every = [*before, *years]
    return {
        numbering.reference("CF", year, every[: n + 1].count(year))
        for n, year in enumerate(every)
        if n >= len(before)
    }


def _bought_before(file: ScenarioFile, company: CompanyFile) -> Sequence[int]:
    """Years of the purchase orders of the past year, all of them received."""
    start = file.starts_at.date()
    sales = draw_year(company, file.invoices, start).sales
    receipts = supplies(company, sales, start).receipts
    return [receipt.asked_on.year for receipt in receipts if receipt.made_for is None]


def _conditions(path: Path, episode: Episode) -> Iterator[Problem]:
    conditions: dict[str, Condition | None] = {"after": episode.after, "unless": episode.unless}
    for key, condition in conditions.items():
        for problem in _verb(condition):
            yield (*path, key, "verb"), problem


def _happening(path: Path, episode: Episode, company: CompanyFile) -> Iterator[Problem]:
    if episode.message:
        below = (*path, "message", "from")
        if not episode.message.sender.startswith(STRANGER):
            yield from _unknown(below, episode.message.sender, _senders(company), "expéditeur")
    if episode.order:
        below = (*path, "order")
        yield from _unknown(
            (*below, "customer"), episode.order.customer, company.customers, "client"
        )
        yield from _lines(below, episode.order.lines, company)
    if episode.news:
        named = (*episode.news.prices, episode.news.product, episode.news.instead)
        for reference in filter(None, named):
            yield from _unknown((*path, "news"), reference, company.products, "article")
    if episode.credit and episode.credit.customer:
        below = (*path, "credit", "customer")
        yield from _unknown(below, episode.credit.customer, company.customers, "client")


def _further(path: Path, episode: Episode, company: CompanyFile, words: Words) -> Iterator[Problem]:
    """The conversations, incidents and customers that an episode names."""
    if episode.call:
        below = (*path, "call")
        yield from _unknown((*below, "from"), episode.call.caller, _senders(company), "appelant")
        if episode.call.dialogue not in words.calls:
            text = f"« {episode.call.dialogue} » n'est pas dans dialogues/telephone.yaml."
            yield (*below, "dialogue"), text
    if episode.incident and episode.incident.incident not in words.incidents:
        text = f"aucun incident ne s'appelle « {episode.incident.incident} » dans incidents/."
        yield (*path, "incident", "incident"), text
    for number, paper in enumerate(episode.papers):
        if paper.kind not in _filed(company):
            text = f"aucun dossier du plan de classement ne reçoit « {paper.kind} »."
            yield (*path, "papers", number, "kind"), text
    for customer in episode.loyalty:
        yield from _unknown((*path, "loyalty", customer), customer, company.customers, "client")


def _filed(company: CompanyFile) -> set[str]:
    return {kind for folder in company.procedures.filing.plan for kind in folder.kinds}


def _senders(company: CompanyFile) -> dict[str, object]:
    posts = {person.post: person for person in company.colleagues}
    return {**company.customers, **company.suppliers, **company.carriers, **posts, NEWS: NEWS}


def _characters(company: CompanyFile, words: Words) -> Iterator[Problem]:
    posts = {person.post: person for person in company.colleagues}
    for reference in company.characters.suppliers:
        path: Path = ("characters", "suppliers", reference)
        yield from _unknown(path, reference, company.suppliers, "fournisseur")
    for post in company.characters.posts:
        yield from _unknown(("characters", "posts", post), post, posts, "poste")
    for reference, character in company.characters.customers.items():
        path = ("characters", "customers", reference)
        spoken = f"customer.{character.call}" in words.dialogues or character.call in words.calls
        if not spoken:
            text = f"aucun dialogue « {character.call} » dans customer.yaml ou telephone.yaml."
            yield (*path, "call"), text
