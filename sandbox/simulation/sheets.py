"""A scenario on paper: what will happen day by day, the learner's brief, the trainer's answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from sandbox.simulation.files import Scenario
from sandbox.simulation.happening import After, Episode
from sandbox.simulation.incident_files import IncidentFile, Planned

_BRACES = re.compile(r"\{\w+\}")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre"),
    *("octobre", "novembre", "décembre"),
)


@dataclass(frozen=True)
class Moment:
    """Something that will happen; ``at`` is None when it waits for something else."""

    at: datetime | None
    title: str
    detail: str = ""
    false_alarm: bool = False
    incident: str = ""


@dataclass(frozen=True)
class Day:
    """A day of the company, and what it has in store."""

    day: date
    moments: tuple[Moment, ...]


@dataclass(frozen=True)
class Preview:
    """What a scenario will bring: dated, set off by the learner's acts, or kept by the trainer."""

    days: tuple[Day, ...]
    after: tuple[Moment, ...]
    armed: tuple[Moment, ...]

    @property
    def alarms(self) -> tuple[int, int]:
        """False alarms, and incidents in all."""
        moments = (*(m for day in self.days for m in day.moments), *self.after, *self.armed)
        incidents = [moment for moment in moments if moment.incident]
        return sum(moment.false_alarm for moment in incidents), len(incidents)


def preview(scenario: Scenario) -> Preview:
    """What is going to happen, if the learner does nothing and if not."""
    moments = sorted(_dated(scenario), key=lambda moment: moment.at or scenario.file.starts_at)
    days = dict.fromkeys(moment.at.date() for moment in moments if moment.at)
    return Preview(
        days=tuple(
            Day(day, tuple(m for m in moments if m.at and m.at.date() == day)) for day in days
        ),
        after=tuple(_awaited(scenario)),
        armed=tuple(_incident(scenario, p) for p in scenario.file.incidents if p.armed),
    )


def _dated(scenario: Scenario) -> Iterator[Moment]:
    for episode in scenario.file.story:
        if episode.at is not None:
            yield Moment(episode.at, _what(scenario, episode), _unless(episode.unless is not None))
    for planned in scenario.file.incidents:
        if planned.at or planned.window:
            yield _incident(scenario, planned)
    start = scenario.setting.starts_at
    for invoice in scenario.file.invoices:
        if invoice.paid_on and invoice.paid_on >= start.date():
            at = datetime.combine(invoice.paid_on, time(8, 30), start.tzinfo)
            name = scenario.company.customers[invoice.customer].name
            yield Moment(at, f"Virement de {name}", "pour une facture ancienne")
    for purchase in scenario.file.purchases:
        arrives_on = purchase.arrives_on or purchase.confirmed_on
        if arrives_on:
            at = datetime.combine(arrives_on, time(8, 30), start.tzinfo)
            name = scenario.company.suppliers[purchase.supplier].name
            yield Moment(at, f"Camion de {name}", "si rien ne le retarde")


def _awaited(scenario: Scenario) -> Iterator[Moment]:
    for episode in scenario.file.story:
        if episode.after is not None:
            yield Moment(None, _what(scenario, episode), _waits(episode.after))
    for planned in scenario.file.incidents:
        if planned.after is not None:
            yield _incident(scenario, planned)


def _incident(scenario: Scenario, planned: Planned) -> Moment:
    sheet = scenario.incidents[planned.incident]
    at, detail = planned.at, sheet.summary
    if planned.window:
        at = planned.window.opens
        detail = f"à un moment tiré au sort, jusqu'à {planned.window.closes:%H:%M}. {detail}"
    if planned.after:
        detail = f"{_waits(planned.after)}. {detail}"
    return Moment(at, sheet.title, detail.strip(), sheet.false_alarm, planned.incident)


def _what(scenario: Scenario, episode: Episode) -> str:
    company = scenario.company
    if episode.message:
        sender = episode.message.sender
        people = {person.post: person.name for person in company.colleagues}
        known = {r: sheet.name for r, sheet in company.customers.items()}
        known |= {r: sheet.name for r, sheet in company.suppliers.items()} | people
        return f"Message de {known.get(sender, sender)} : {episode.message.subject}"
    if episode.order:
        return f"Commande de {company.customers[episode.order.customer].name}"
    if episode.credit:
        return f"Virement : {episode.credit.label}"
    if episode.news:
        return f"Actualité : {episode.news.title}"
    if episode.papers:
        return f"Carton d'archives : {len(episode.papers)} documents à trier"
    if episode.delay:
        return f"Retard annoncé sur {episode.delay.purchase}"
    return f"Appel : {episode.call.dialogue}" if episode.call else episode.name


def _unless(conditional: bool) -> str:
    return "sauf si l'apprenant a déjà agi" if conditional else ""


def _waits(after: After) -> str:
    hours, minutes = divmod(after.delay, 60)
    shown = f"{hours} h {minutes:02}" if minutes else f"{hours} h"
    about = ", ".join(str(value) for value in after.where.values())
    return f"{shown} ouvrées après « {after.verb} »" + (f" ({about})" if about else "")


def long_day(day: date) -> str:
    """« lundi 2 novembre 2026 »."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def preview_text(scenario: Scenario) -> str:
    """What will happen, day by day, as text."""
    seen = preview(scenario)
    lines = [f"# {scenario.file.title}, jour par jour", ""]
    for day in seen.days:
        lines += [f"## {long_day(day.day).capitalize()}", ""]
        lines += [_line(moment) for moment in day.moments] + [""]
    if seen.after:
        lines += ["## Selon ce que fait l'apprenant", "", *map(_line, seen.after), ""]
    if seen.armed:
        lines += ["## Gardé par le formateur", "", *map(_line, seen.armed), ""]
    return "\n".join([*lines, share_of_alarms(*seen.alarms)])


def share_of_alarms(false: int, total: int) -> str:
    """« Fausses alertes : 2 sur 7 (29 %). »"""
    part = (200 * false + total) // (2 * total) if total else 0
    return f"Fausses alertes : {false} sur {total} ({part} %)."


def _line(moment: Moment) -> str:
    hour = f"{moment.at:%H:%M} " if moment.at else ""
    mark = " [fausse alerte]" if moment.false_alarm else ""
    detail = f" : {moment.detail}" if moment.detail else ""
    return f"- {hour}{moment.title}{mark}{detail}"


def brief_text(scenario: Scenario) -> str:
    """The learner's brief, as text to print."""
    file = scenario.file
    lines = [
        f"# {file.title}",
        "",
        f"{scenario.company.company.name}, {long_day(file.starts_at.date())}. "
        f"Durée prévue : {file.real_minutes} minutes.",
        "",
        file.brief,
        "",
        "## Ce qu'on attend de vous",
        "",
        *(f"- {each}" for each in file.expected),
        "",
        "## Vos collègues",
        "",
    ]
    lines += [f"- {p.name}, {p.title} : {p.alert_for}." for p in scenario.company.colleagues]
    return "\n".join(lines)


def answers_text(scenario: Scenario) -> str:
    """The trainer's answer sheet: objectives, answers, incidents with their reactions, debrief."""
    file = scenario.file
    lines = [f"# {file.title}, fiche du formateur", "", "## Objectifs", ""]
    lines += [f"- {code} : {text}" for code, text in file.objectives.items()]
    lines += ["", "## Corrigé", "", *(f"- {answer}" for answer in file.answers), ""]
    lines += ["## Les incidents", ""]
    for planned in dict.fromkeys(p.incident for p in file.incidents):
        lines += [*_sheet(scenario.incidents[planned]), ""]
    lines += ["## Questions pour le débriefing", ""]
    lines += [f"- {question}" for question in file.debrief]
    return "\n".join(lines)


def _open(text: str) -> str:
    """A text whose names are not known before the incident strikes."""
    return _BRACES.sub("…", text)


def _sheet(sheet: IncidentFile) -> list[str]:
    number = f"{sheet.number}. " if sheet.number else ""
    mark = " (fausse alerte)" if sheet.false_alarm else ""
    lines = [f"### {number}{sheet.title}{mark}", "", sheet.summary]
    lines += [f"- À trouver : {_open(each)}" for each in sheet.planted]
    lines += [f"- Caché : {_open(sheet.hidden)}"] if sheet.hidden else []
    named = {"Bonne réaction": sheet.accepted, "Admise": sheet.tolerated, "Mauvaise": sheet.wrong}
    for word, reactions in named.items():
        lines += [f"- {word} : {reaction.label}" for reaction in reactions]
    lines += [f"- Critères : {', '.join(sheet.criteria)}"] if sheet.criteria else []
    lines += [f"- Question : {question}" for question in sheet.debrief]
    return lines + [f"- {s.text} Vérifié le {s.checked_on:%d/%m/%Y}." for s in sheet.refs]
