"""Incident and telephone files: found, typed, checked; parameters typed by their kind."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from pathlib import Path as FilePath
from typing import Any

from sandbox.core.codec import Path, encode, hints
from sandbox.journal.payloads import verbs
from sandbox.simulation.calling import PhoneDialogue
from sandbox.simulation.filling import FACTS
from sandbox.simulation.happening import Condition
from sandbox.simulation.incident_files import WORTHS, IncidentFile
from sandbox.simulation.incidents.kinds import Kind, kinds
from sandbox.simulation.reading import BadFiles, FileProblem, Reader, load
from sandbox.simulation.scene import fields_named

TELEPHONE = "telephone"
Params = dict[str, Any]


def read_incidents(folder: FilePath) -> dict[str, IncidentFile]:
    """Incidents of a folder by name, parameters made plain; raises BadFiles."""
    found: dict[str, IncidentFile] = {}
    problems: list[FileProblem] = []
    for path in sorted((folder / "incidents").glob("*.yaml")):
        try:
            found[path.stem] = read_incident(path, f"{folder.name}/incidents/{path.name}")
        except BadFiles as error:
            problems += error.problems
    if problems:
        raise BadFiles(problems)
    return found


def read_incident(path: FilePath, shown: str) -> IncidentFile:
    """One incident file; raises BadFiles."""
    source = load(path, shown)
    reader = Reader(source)
    file = reader.document(IncidentFile)
    kind = kinds.get(file.kind)
    if kind is None:
        problem = f"« {file.kind} » n'est pas un genre d'incident : {', '.join(sorted(kinds))}."
        raise BadFiles([source.problem(("kind",), problem)])
    params = read_params(reader, kind, file.params, ("params",))
    for place, problem in _mistakes(file):
        reader.note(place, problem)
    reader.finish()
    return IncidentFile(**(vars(file) | {"params": params}))


def read_params(reader: Reader, kind: Kind, given: Mapping[str, Any], path: Path) -> Params:
    """Parameters as their kind types them, made plain; what does not fit is noted."""
    shape: Any = kind.params
    known, read = hints(shape), {}
    for name, value in given.items():
        if name not in known:
            allowed = ", ".join(each.name for each in fields(kind.params))
            reader.note(
                (*path, name), f"paramètre inconnu de « {kind.name} » ; permis : {allowed}."
            )
        else:
            read[name] = encode(reader.read(known[name], value, (*path, name)))
    return read


def missing_params(kind: Kind, given: Mapping[str, Any]) -> Iterator[str]:
    """Parameters that must be given and are not."""
    for each in fields(kind.params):
        optional = each.default is not MISSING or each.default_factory is not MISSING
        if not optional and each.name not in given:
            yield each.name


def _mistakes(file: IncidentFile) -> Iterator[tuple[Path, str]]:
    for place, text in _texts(encode(file), ()):
        try:
            unknown = sorted(fields_named(text) - FACTS)
        except ValueError:
            yield place, "une accolade n'est pas refermée."
            continue
        for name in unknown:
            yield place, f"« {{{name}}} » n'existe pas ; choisir parmi {', '.join(sorted(FACTS))}."
    for worth in WORTHS:
        for number, reaction in enumerate(file.reactions(worth)):
            for position, condition in enumerate(reaction.when):
                yield from _verb((worth, number, "when", position, "verb"), condition)


def _verb(place: Path, condition: Condition) -> Iterator[tuple[Path, str]]:
    if condition.verb not in verbs:
        known = ", ".join(sorted(verbs))
        yield place, f"« {condition.verb} » n'est pas un verbe du journal : {known}."


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))


def read_calls(folder: FilePath) -> dict[str, PhoneDialogue]:
    """Conversations of ``dialogues/telephone.yaml`` by name; raises BadFiles."""
    path = folder / "dialogues" / f"{TELEPHONE}.yaml"
    if not path.exists():
        return {}
    reader = Reader(load(path, f"{folder.name}/dialogues/{path.name}"))
    read = reader.read(dict[str, PhoneDialogue], reader.source.data, ())
    for name, said in (read or {}).items() if not reader.problems else ():
        for place, text in _texts(encode(said), (name,)):
            for unknown in sorted(fields_named(text) - FACTS):
                reader.note(place, f"« {{{unknown}}} » n'existe pas.")
    reader.finish()
    calls: dict[str, PhoneDialogue] = read or {}
    return calls
