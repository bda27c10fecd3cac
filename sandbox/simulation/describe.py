"""What may be written in files, as a JSON Schema: editors then help to write them."""

import types
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from sandbox.core.codec import hints
from sandbox.core.units import Unit
from sandbox.simulation.calling import PhoneDialogue
from sandbox.simulation.incident_files import IncidentFile
from sandbox.simulation.incidents.kinds import kinds
from sandbox.simulation.playfile import Play
from sandbox.simulation.reading import file_key
from sandbox.simulation.schema import CompanyFile
from sandbox.simulation.story import Dialogue, ScenarioFile

Schema = dict[str, Any]
FILES = {
    "scenario": ScenarioFile,
    "company": CompanyFile,
    "dialogues": dict[str, Dialogue],
    "telephone": dict[str, PhoneDialogue],
    "incident": IncidentFile,
    "play": Play,
}
_SCALARS: dict[Any, Schema] = {
    str: {"type": ["string", "integer"]},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "description": "AAAA-MM-JJ"},
    datetime: {"type": "string", "description": "AAAA-MM-JJTHH:MM"},
    Any: {},
}
_UNITS = {
    "cents": "un montant en euros : 1500, 249.00 ou 1 500,00 €",
    "ten-thousandths of a euro": "un prix unitaire en euros : 249.00",
    "hundredths of a percent": "un taux : 5 % ou 5.5",
    "company minutes": "une durée ouvrée : 45 min, 4 h ou 2 j",
    "days": "un nombre de jours",
    "grams": "un poids : 34 kg ou 350 g",
}


def schemas() -> Schema:
    """One schema for each kind of file, and for the parameters of each kind of incident."""
    params = {f"incident {name}": schema_of(kind.params) for name, kind in kinds.items()}
    return {name: schema_of(kind) for name, kind in FILES.items()} | params


def schema_of(hint: Any) -> Schema:
    """JSON Schema of a type hint, as it is written in files."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        unit = next((mark.name for mark in args[1:] if isinstance(mark, Unit)), "")
        return {"type": ["integer", "string"], "description": _UNITS.get(unit, unit)}
    if origin in (Union, types.UnionType):
        options = [schema_of(option) for option in args if option is not type(None)]
        return options[0] if len(options) == 1 else {"anyOf": options}
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (list, tuple, Sequence):
        return {"type": "array", "items": schema_of(args[0])}
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": schema_of(args[1])}
    if is_dataclass(hint):
        return _object(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return dict(_SCALARS.get(hint, {}))


def _object(kind: Any) -> Schema:
    known = {file_key(each): each for each in fields(kind)}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: schema_of(hints(kind)[each.name]) for key, each in known.items()},
        "required": [
            key
            for key, each in known.items()
            if each.default is MISSING and each.default_factory is MISSING
        ],
    }
