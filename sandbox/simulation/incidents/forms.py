"""Forms made from the parameters of a kind: what the trainer's screen shows, and how it is read."""

import re
import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sandbox.core.codec import Malformed, decode, encode, hints
from sandbox.core.units import Unit
from sandbox.simulation.incident_files import IncidentFile
from sandbox.simulation.incidents.kinds import Kind, kinds
from sandbox.simulation.incidents.striking import BadParams
from sandbox.simulation.measures import UNITS

_UNITS_LINE = re.compile(r"\s*(\S+)\s*(?:x|×|:)?\s*(\d+)\s*")
_SHAPES: dict[Any, str] = {str: "text", int: "number", bool: "checkbox", date: "date"}


@dataclass(frozen=True)
class FormField:
    """A field of the form: ``shape`` text, number, date, select, units, or what it refers to.

    ``value`` is what is written in it at first; ``choices`` are the values of a select.
    """

    name: str
    label: str
    shape: str
    value: str = ""
    help: str = ""
    of: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


def form_of(kind: Kind, sheet: IncidentFile | None = None) -> tuple[FormField, ...]:
    """Fields of the form of a kind, filled with what the incident's file says."""
    shape: Any = kind.params
    given = sheet.params if sheet else {}
    return tuple(
        _field(each, hints(shape)[each.name], given.get(each.name)) for each in fields(shape)
    )


def _field(each: Any, hint: Any, given: Any) -> FormField:
    default = None if each.default is MISSING else each.default
    if given is None and each.default_factory is not MISSING:
        default = each.default_factory()
    said = each.metadata
    value = encode(default) if given is None else given
    return FormField(
        name=each.name,
        label=said.get("label", each.name),
        shape=_shape(hint),
        value=_written(value, _unit(hint)),
        help=said.get("help", ""),
        of=said.get("of", ""),
        choices=tuple(map(str, get_args(hint))) if get_origin(hint) is Literal else (),
        required=_needed(each) and given is None,
    )


def _needed(each: Any) -> bool:
    """Whether a parameter has nothing to fall back on."""
    return each.default is MISSING and each.default_factory is MISSING


def _shape(hint: Any) -> str:
    origin = get_origin(hint)
    if origin is Annotated:
        return "text"
    if origin in (Union, types.UnionType):
        return _shape(next(kind for kind in get_args(hint) if kind is not type(None)))
    if origin is Literal:
        return "select"
    return "units" if origin is dict else _SHAPES.get(hint, "text")


def _unit(hint: Any) -> str:
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    return next((mark.name for mark in marks if isinstance(mark, Unit)), "")


def _written(value: Any, unit: str) -> str:
    """A value as it is written in the form: 12 days are « 12 », 400 hundredths « 4 % »."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "\n".join(f"{product} {units}" for product, units in value.items())
    if unit == "hundredths of a percent":
        whole, rest = divmod(int(value), 100)
        return f"{whole},{rest:02} %" if rest else f"{whole} %"
    return str(value)


def read_form(
    kind: Kind, texts: Mapping[str, str], given: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """What was typed, as plain parameters; blanks are left to the incident, as ``given`` fills it.

    Raises BadParams.
    """
    shape: Any = kind.params
    known = {each.name: each for each in fields(shape)}
    read: dict[str, Any] = {}
    for name, text in texts.items():
        if name in known and text.strip():
            label = known[name].metadata.get("label", name)
            read[name] = _read(hints(shape)[name], text.strip(), label)
    for name, each in known.items():
        if given is not None and _needed(each) and name not in {*read, *given}:
            raise BadParams(problem=f"« {each.metadata.get('label', name)} » est à choisir.")
    return read


def _read(hint: Any, text: str, label: str) -> Any:
    try:
        return _value(hint, text)
    except Malformed as error:
        raise BadParams(problem=f"« {label} » : {error.problem}") from error
    except ValueError as error:
        raise BadParams(problem=f"« {label} » : {error}") from error


def _value(hint: Any, text: str) -> Any:
    unit = _unit(hint)
    if unit in UNITS:
        return UNITS[unit][0](text)
    match _shape(hint):
        case "units":
            return _units(text)
        case "number":
            return int(text)
        case "select":
            return _chosen(hint, text)
        case "date":
            return encode(decode(date, text))
    return text


def _chosen(hint: Any, text: str) -> Any:
    for choice in get_args(hint):
        if str(choice) == text:
            return choice
    raise ValueError(f"« {text} » n'est pas proposé.")


def _units(text: str) -> dict[str, int]:
    """« MOB-001 4 », one article a line."""
    found: dict[str, int] = {}
    for line in re.split(r"[\n,;]", text):
        if line.strip():
            read = _UNITS_LINE.fullmatch(line)
            if read is None:
                raise ValueError(f"« {line.strip()} » : écrire par exemple MOB-001 4.")
            found[read[1]] = int(read[2])
    return found


def catalogue(sheets: Mapping[str, IncidentFile]) -> list[tuple[str, IncidentFile, Kind]]:
    """Incidents that may be injected, by level then title: name, file, kind."""
    found = [(name, sheet, kinds[sheet.kind]) for name, sheet in sheets.items()]
    return sorted(found, key=lambda each: (each[1].level, each[1].title))
