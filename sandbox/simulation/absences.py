"""Who is away in a scenario, until when, and who stands in."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sandbox.core.codec import Path
from sandbox.core.setting import Colleague
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import Absence, ScenarioFile


def present(
    colleagues: tuple[Colleague, ...], absences: Mapping[str, Absence]
) -> tuple[Colleague, ...]:
    """The company's people, with the absences that the scenario says."""
    return tuple(_with(person, absences.get(person.post)) for person in colleagues)


def _with(person: Colleague, absence: Absence | None) -> Colleague:
    if absence is None:
        return person
    return replace(person, away_from=absence.since, away_until=absence.until, deputy=absence.deputy)


def absence_problems(file: ScenarioFile, company: CompanyFile) -> Iterator[tuple[Path, str]]:
    """Mistakes about who is away: nobody of that post, nobody to stand in, dates reversed."""
    posts = {person.post for person in company.colleagues}
    for post, absence in file.absences.items():
        path: Path = ("absences", post)
        if post not in posts:
            yield path, f"personne n'occupe le poste « {post} » ; {', '.join(sorted(posts))}."
        if absence.deputy and absence.deputy not in posts - {post}:
            yield (*path, "deputy"), f"« {absence.deputy} » ne peut pas remplacer « {post} »."
        if absence.since and absence.since >= absence.until:
            yield (*path, "until"), "le retour vient après le départ."
