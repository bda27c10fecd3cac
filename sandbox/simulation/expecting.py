"""Checks of what a scenario expects besides the rules: verbs, values and posts that exist."""

from collections.abc import Iterator
from dataclasses import fields

from sandbox.core.codec import Path
from sandbox.core.expectations import Deed, Expectation
from sandbox.erp.models import ApprovalKind
from sandbox.journal.payloads import verbs
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import ScenarioFile

Problem = tuple[Path, str]
SUBJECT = "subject"
CUSTOMER = "customer"


def expectation_problems(file: ScenarioFile, company: CompanyFile) -> Iterator[Problem]:
    """Every mistake that a scenario makes in what it expects."""
    seen: set[str] = set()
    for number, expected in enumerate(file.expectations):
        path: Path = ("expectations", number)
        if expected.name in seen:
            text = f"le nom « {expected.name} » est déjà pris ; en choisir un autre."
            yield (*path, "name"), text
        seen.add(expected.name)
        for key, deed in expected.deeds.items():
            yield from _deed((*path, key), deed, expected)
        yield from _others(path, expected, company)


def _deed(path: Path, deed: Deed, expected: Expectation) -> Iterator[Problem]:
    if deed.verb not in verbs:
        names = ", ".join(sorted(verbs))
        yield (*path, "verb"), f"« {deed.verb} » n'est pas un verbe du journal : {names}."
        return
    for name in deed.where:
        yield from _named((*path, "where", name), name, deed.verb)
    for place, name in enumerate(deed.same):
        yield from _named((*path, "same", place), name, deed.verb)
        yield from _named((*path, "same", place), name, expected.each.verb)


def _named(path: Path, name: str, verb: str) -> Iterator[Problem]:
    """A value must be one that the entries of a verb hold."""
    known = {each.name for each in fields(verbs[verb])} if verb in verbs else set()
    values = sorted(known)
    if known and name != SUBJECT and name.partition("__")[0] not in values:
        choice = ", ".join((SUBJECT, *values))
        yield path, f"« {name} » n'est pas dans « {verb} » ; choisir parmi {choice}."


def _others(path: Path, expected: Expectation, company: CompanyFile) -> Iterator[Problem]:
    bounds, telling = expected.value_within, expected.told_whom
    if bounds is not None:
        yield from _named((*path, "value_within", "value"), bounds.value, expected.each.verb)
    posts = {CUSTOMER, *(person.post for person in company.colleagues)}
    for place, post in enumerate(telling.whom if telling else ()):
        if post not in posts:
            choice = ", ".join(sorted(posts))
            text = f"personne ne tient le poste « {post} » ; choisir parmi {choice}."
            yield (*path, "told_whom", "whom", place), text
    kinds = [kind.value for kind in ApprovalKind]
    if expected.asked is not None and expected.asked not in kinds:
        text = f"« {expected.asked} » n'est pas une demande d'accord : {', '.join(kinds)}."
        yield (*path, "asked"), text
