"""Company files: one file, or several of a folder of the same name, and the part that is used."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sandbox.core import codec
from sandbox.simulation.characters import Characters
from sandbox.simulation.reading import BadFiles, FileProblem, Reader, Source, load
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import ALL, References, ScenarioFile

COMPANIES = "companies"
HEADINGS = ("customers", "products", "suppliers", "carriers")
UP_TO = ".."


def company_names(folder: Path) -> list[str]:
    """Names of the companies of a folder, in order."""
    return sorted(file.stem for file in (folder / COMPANIES).glob("*.yaml"))


def company_files(folder: Path, name: str) -> list[Path]:
    """The files of a company: its own, then those of the folder of the same name."""
    home = folder / COMPANIES
    return [home / f"{name}.yaml", *sorted((home / name).glob("*.yaml"))]


def company_source(folder: Path, name: str) -> Source:
    """Plain data of a company, each key said once; raises BadFiles."""
    whole = Source({})
    for file in company_files(folder, name):
        part = load(file, f"{folder.name}/{file.relative_to(folder).as_posix()}")
        problems = list(_said_twice(whole, part, whole.data, part.data, ()))
        if problems:
            raise BadFiles(problems)
        whole = whole.merged(part)
    return whole


def _said_twice(
    whole: Source, part: Source, known: Any, said: Any, path: codec.Path
) -> Iterator[FileProblem]:
    if isinstance(known, Mapping) and isinstance(said, Mapping):
        for key in said:
            if key in known:
                yield from _said_twice(whole, part, known[key], said[key], (*path, key))
    elif path:
        file, line = whole.spot(path)
        yield part.problem(path, f"cette clé est déjà écrite dans {file}, ligne {line}.")


def read_company(folder: Path, name: str) -> CompanyFile:
    """A whole company as its files stand, whatever scenarios make of it; raises BadFiles."""
    return Reader(company_source(folder, name)).document(CompanyFile)


def used_part(reader: Reader, file: ScenarioFile, company: CompanyFile) -> CompanyFile:
    """The company with what the scenario uses of it; mistakes are noted at their key."""
    kept: dict[str, dict[str, Any]] = {}
    for heading in HEADINGS:
        known: dict[str, Any] = getattr(company, heading)
        wanted = _wanted(reader, heading, file, company)
        kept[heading] = {reference: known[reference] for reference in wanted}
    if file.uses.past_year and company.past_year is None:
        text = "cette entreprise n'a pas de recette « past_year » pour l'année écoulée."
        reader.note(("uses", "past_year"), text)
    offers = {
        reference: offer
        for reference, offer in company.offers.items()
        if offer.product in kept["products"] and offer.supplier in kept["suppliers"]
    }
    characters = Characters(
        customers=_of_those(company.characters.customers, company.customers, kept["customers"]),
        suppliers=_of_those(company.characters.suppliers, company.suppliers, kept["suppliers"]),
        posts=company.characters.posts,
    )
    near = {*kept["customers"], *_core(reader, "customers", company)}
    segments = {company.customers[reference].segment for reference in near}
    habits = {name: habit for name, habit in company.habits.items() if name in segments}
    part = {**kept, "offers": offers, "characters": characters, "habits": habits}
    return CompanyFile(**(vars(company) | part))


def _of_those(
    traits: dict[str, Any], known: Mapping[str, object], kept: Mapping[str, object]
) -> dict[str, Any]:
    """Traits of those who are there; those of somebody who is not known yet stay."""
    return {name: trait for name, trait in traits.items() if name in kept or name not in known}


def _wanted(reader: Reader, heading: str, file: ScenarioFile, company: CompanyFile) -> list[str]:
    """References that the scenario uses, in the order of the company's files."""
    known: dict[str, Any] = getattr(company, heading)
    asked: References = getattr(file.uses, heading)
    if asked == ALL:
        return list(known)
    if isinstance(asked, str):
        asked = (asked,)
    if asked:
        found = _named(reader, ("uses", heading), asked, known)
    else:
        # What a scenario itself brings or changes is there.
        found = _core(reader, heading, company) | set(file.changes.get(heading) or ())
    return [reference for reference in known if reference in found]


def _core(reader: Reader, heading: str, company: CompanyFile) -> set[str]:
    """The part that the company names for those who say nothing; all of it where it names none."""
    known: dict[str, Any] = getattr(company, heading)
    return _named(reader, (), getattr(company.core, heading), known) or set(known)


def _named(
    reader: Reader, path: codec.Path, asked: tuple[str, ...], known: Mapping[str, object]
) -> set[str]:
    """References called one by one, or « first..last »."""
    found: set[str] = set()
    for number, words in enumerate(asked):
        first, _, last = words.partition(UP_TO)
        for reference in (first, last or first):
            if reference not in known:
                reader.note((*path, number), f"« {reference} » n'est pas dans l'entreprise.")
        found |= {reference for reference in known if first <= reference <= (last or first)}
    return found
