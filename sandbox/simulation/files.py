"""Scenario and company files: found, laid over one another, typed, checked, and digested."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox.core.codec import encode
from sandbox.core.setting import Setting
from sandbox.journal.recording import canonical
from sandbox.simulation.absences import absence_problems, present
from sandbox.simulation.checks import Words, check_dialogues, check_planned, check_scenario
from sandbox.simulation.company_files import company_names, company_source, used_part
from sandbox.simulation.filling import signed
from sandbox.simulation.incident_files import IncidentFile
from sandbox.simulation.incident_reading import TELEPHONE, read_calls, read_incidents
from sandbox.simulation.past_year.drawing import EDITION
from sandbox.simulation.reading import BadFiles, FileProblem, Reader, Source, load
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import Dialogue, ScenarioFile, Scene

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Scenario:
    """A scenario ready to be played: typed, checked, and known by its digest."""

    name: str
    file: ScenarioFile
    company: CompanyFile
    setting: Setting
    incidents: dict[str, IncidentFile]
    content: dict[str, Any]
    digest: str


_read: dict[tuple[Path, str], tuple[Stamp, Scenario]] = {}


def names(folder: Path) -> list[str]:
    """Names of the scenarios of a folder, in order."""
    return sorted(file.stem for file in folder.glob("*.yaml"))


def read_scenario(folder: Path, name: str) -> Scenario:
    """The scenario of this name; read again only if a file of the folder changed.

    Raises BadFiles, with every mistake found.
    """
    stamp = _stamp(folder)
    kept = _read.get((folder, name))
    if kept is None or kept[0] != stamp:
        kept = (stamp, _resolve(folder, name))
        _read[folder, name] = kept
    return kept[1]


def _stamp(folder: Path) -> Stamp:
    files = [*folder.glob("*.yaml"), *folder.glob("companies/**/*.yaml")]
    files += [*folder.glob("dialogues/*.yaml"), *folder.glob("incidents/*.yaml")]
    stats = ((str(file), file.stat()) for file in sorted(files))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


def _resolve(folder: Path, name: str) -> Scenario:
    source = load(folder / f"{name}.yaml", f"{folder.name}/{name}.yaml")
    file = Reader(source).document(ScenarioFile)
    company = _used(_company_source(folder, file.company, source), file, source)
    incidents = signed(read_incidents(folder), company.colleagues)
    words = Words(read_dialogues(folder), incidents, read_calls(folder))
    reader = Reader(source)
    check_scenario(reader, file, company, words)
    for path, problem in absence_problems(file, company):
        reader.note(path, problem)
    planned = check_planned(reader, file, company, words)
    reader.finish()
    return _frozen(name, ScenarioFile(**(vars(file) | {"incidents": planned})), company, words)


def _company_source(folder: Path, company: str, source: Source) -> Source:
    """The company's files, with what the scenario changes laid over them."""
    known = company_names(folder)
    if company not in known:
        text = f"aucune entreprise ne s'appelle « {company} » ; choisir parmi : {', '.join(known)}."
        raise BadFiles([source.problem(("company",), text)])
    merged = company_source(folder, company).merged(source.under(("changes",)))
    given = source.under(("characters",))
    spots = {("characters", *path): spot for path, spot in given.spots.items()}
    return merged.merged(Source({"characters": given.data}, spots))


def _used(merged: Source, file: ScenarioFile, source: Source) -> CompanyFile:
    """The company with the part of it that the scenario uses; raises BadFiles."""
    reader = Reader(source)
    company = used_part(reader, file, Reader(merged).document(CompanyFile))
    for reference, product in company.products.items():
        if product.supplier is not None and product.supplier not in company.suppliers:
            path = ("products", reference, "supplier")
            text = f"le fournisseur « {product.supplier} » n'est pas dans l'entreprise."
            reader.problems.append(merged.problem(path, text))
    reader.finish()
    return company


def read_dialogues(folder: Path) -> dict[str, Dialogue]:
    """Dialogues of a folder, called by file and occasion (``customer.orders``); raises BadFiles."""
    found: dict[str, Dialogue] = {}
    problems: list[FileProblem] = []
    for path in sorted((folder / "dialogues").glob("*.yaml")):
        if path.stem == TELEPHONE:
            continue
        reader = Reader(load(path, f"{folder.name}/dialogues/{path.name}"))
        read = reader.read(dict[str, Dialogue], reader.source.data, ())
        if not reader.problems:
            check_dialogues(reader, read)
        problems += reader.problems
        found |= {f"{path.stem}.{occasion}": said for occasion, said in (read or {}).items()}
    if problems:
        raise BadFiles(problems)
    return found


def _frozen(name: str, file: ScenarioFile, company: CompanyFile, words: Words) -> Scenario:
    setting = Setting(
        scenario=name,
        title=file.title,
        brief=file.brief,
        starts_at=file.starts_at,
        company=company.company,
        colleagues=present(company.colleagues, file.absences),
        templates=company.templates,
        providers=company.providers,
        procedures=company.procedures,
        mode=file.mode,
        real_minutes=file.real_minutes,
        expected=file.expected,
        expectations=file.expectations,
        workbooks=file.workbooks,
    )
    scene = Scene(
        characters=company.characters,
        habits=company.habits,
        story=file.story,
        dialogues=words.dialogues,
        incidents=words.incidents,
        planned=file.incidents,
        calls=words.calls,
    )
    world = {
        key: encode(getattr(company, key))
        for key in ("suppliers", "carriers", "products", "customers")
    }
    books = {"invoices": encode(file.invoices), "purchases": encode(file.purchases)}
    if file.uses.past_year:
        # Another edition of the drawing would make other books out of the same recipe.
        books["past_year"] = encode([EDITION, company.past_year])
    content = {"setting": encode(setting), "scene": encode(scene), "world": world | books}
    digest = hashlib.sha256(canonical(content).encode()).hexdigest()
    return Scenario(name, file, company, setting, words.incidents, content, digest)
