"""Plain data to typed values and back: arguments of moves, settings, play and scenario files."""

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from sandbox.core.calendar import PARIS

Path = tuple[str | int, ...]


class Malformed(ValueError):
    """A value does not have the shape expected; ``path`` leads to it, the message is French."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"{'.'.join(map(str, path)) or 'document'} : {problem}")


Resolver = Callable[[type, str], Any]


def _no_reference(kind: type, _reference: str) -> Any:
    raise TypeError(f"{kind.__name__} cannot be read from a file")


def decode(hint: Any, value: Any, path: Path = (), resolve: Resolver = _no_reference) -> Any:
    """Read plain data as the type hint says; raises :class:`Malformed`."""
    origin = get_origin(hint)
    if origin is Annotated:
        return decode(get_args(hint)[0], value, path, resolve)
    if origin in (Union, types.UnionType):
        return _decode_union(hint, value, path, resolve)
    if origin is Literal:
        return _one_of(value, get_args(hint), path)
    if origin in (list, tuple, Sequence):
        return _decode_sequence(origin, get_args(hint)[0], value, path, resolve)
    if origin in (dict, Mapping):
        return _decode_mapping(get_args(hint), value, path, resolve)
    if hint is Any:
        return value
    if is_dataclass(hint):
        return _decode_dataclass(hint, value, path, resolve)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(_one_of(value, [member.value for member in hint], path))
    if hint in _SCALARS:
        return _SCALARS[hint](value, path)
    return resolve(hint, _text(value, path))


def _decode_union(hint: Any, value: Any, path: Path, resolve: Resolver) -> Any:
    options = [option for option in get_args(hint) if option is not type(None)]
    if value is None:
        if len(options) < len(get_args(hint)):
            return None
        raise Malformed(path, "une valeur est attendue.")
    if len(options) > 1 and isinstance(value, tuple(o for o in options if isinstance(o, type))):
        return value
    return decode(options[0], value, path, resolve)


def _one_of(value: Any, allowed: Sequence[Any], path: Path) -> Any:
    if value not in allowed:
        names = ", ".join(f"« {name} »" for name in allowed)
        raise Malformed(path, f"« {value} » n'est pas permis ; choisir parmi {names}.")
    return value


def _decode_sequence(origin: Any, item: Any, value: Any, path: Path, resolve: Resolver) -> Any:
    if not isinstance(value, list | tuple):
        raise Malformed(path, "une liste est attendue.")
    items = (decode(item, v, (*path, n), resolve) for n, v in enumerate(value))
    return tuple(items) if origin is tuple else list(items)


def _decode_mapping(args: tuple[Any, ...], value: Any, path: Path, resolve: Resolver) -> Any:
    if not isinstance(value, Mapping):
        raise Malformed(path, "un bloc « clé: valeur » est attendu.")
    return {str(k): decode(args[1], v, (*path, str(k)), resolve) for k, v in value.items()}


@cache
def hints(kind: Any) -> dict[str, Any]:
    """Resolved type hints of a class or function, kept."""
    return get_type_hints(kind, include_extras=True)


def _decode_dataclass(kind: Any, value: Any, path: Path, resolve: Resolver) -> Any:
    if isinstance(value, kind):
        return value
    if not isinstance(value, Mapping):
        raise Malformed(path, "un bloc « clé: valeur » est attendu.")
    known = {field.name: field for field in fields(kind)}
    for key in value:
        if key not in known:
            names = ", ".join(known)
            raise Malformed((*path, key), f"clé inconnue ; les clés permises sont : {names}.")
    for name, field in known.items():
        if name not in value and field.default is MISSING and field.default_factory is MISSING:
            raise Malformed(path, f"la clé « {name} » manque.")
    read = {k: decode(hints(kind)[k], v, (*path, k), resolve) for k, v in value.items()}
    try:
        return kind(**read)
    except ValueError as error:
        raise Malformed(path, str(error)) from error


def _text(value: Any, path: Path) -> str:
    if not isinstance(value, str):
        raise Malformed(path, f"un texte est attendu, pas « {value} » (l'écrire entre guillemets).")
    return str(value)


def _integer(value: Any, path: Path) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Malformed(path, f"un nombre entier est attendu, pas « {value} ».")
    return int(value)


def _boolean(value: Any, path: Path) -> bool:
    if not isinstance(value, bool):
        raise Malformed(path, f"« true » ou « false » est attendu, pas « {value} ».")
    return bool(value)


def _date(value: Any, path: Path) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    day: date = _parsed(date.fromisoformat, value, path, "une date AAAA-MM-JJ")
    return day


def _datetime(value: Any, path: Path) -> datetime:
    at: datetime = value
    if not isinstance(value, datetime):
        at = _parsed(datetime.fromisoformat, value, path, "une date et heure AAAA-MM-JJTHH:MM")
    return at.replace(tzinfo=PARIS) if at.tzinfo is None else at.astimezone(PARIS)


def _time(value: Any, path: Path) -> time:
    return value if isinstance(value, time) else _parsed(time.fromisoformat, value, path, "HH:MM")


def _parsed(parse: Callable[[str], Any], value: Any, path: Path, shape: str) -> Any:
    try:
        return parse(_text(value, path))
    except ValueError as error:
        if isinstance(error, Malformed):
            raise
        raise Malformed(path, f"{shape} est attendue, pas « {value} ».") from error


_SCALARS: dict[Any, Callable[[Any, Path], Any]] = {
    str: _text,
    int: _integer,
    bool: _boolean,
    date: _date,
    datetime: _datetime,
    time: _time,
}


def encode(value: Any) -> Any:
    """Plain JSON data for a typed value; a referable row becomes its reference."""
    if value is None or isinstance(value, bool | int):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return value.astimezone(PARIS).replace(tzinfo=None).isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    if is_dataclass(value):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "reference"):
        return value.reference
    raise TypeError(f"{type(value).__name__} has no plain form")
