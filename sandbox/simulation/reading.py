"""Files that trainers write: exact YAML, typed by dataclasses, every mistake named and located."""

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

from ruamel.yaml.constructor import DuplicateKeyError
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from sandbox.core import codec
from sandbox.core.codec import Malformed, hints
from sandbox.core.units import Unit
from sandbox.simulation.exact_yaml import Repeated, TooDeep, exact_yaml
from sandbox.simulation.measures import UNITS

T = TypeVar("T")
Spot = tuple[str, int]
# Bytes: five times the longest file of the house; a scenario is written by hand.
LONGEST_FILE = 512 * 1024


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One mistake in a file: where it is, and what to do about it, in French."""

    file: str
    line: int
    key: str
    problem: str

    def __str__(self) -> str:
        key = f", clé « {self.key} »" if self.key else ""
        return f"{self.file}, ligne {self.line}{key} : {self.problem}"


class BadFiles(Exception):
    """Files that cannot be used; nothing of them has been loaded."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class Source:
    """Plain data of one or several files, and where each key stands."""

    data: Any
    spots: dict[codec.Path, Spot] = field(default_factory=dict)

    def spot(self, path: codec.Path) -> Spot:
        """File and line of a key, or of the nearest key above it."""
        while path not in self.spots and path:
            path = path[:-1]
        return self.spots.get(path, ("", 1))

    def problem(self, path: codec.Path, text: str) -> FileProblem:
        """A mistake at a key of these files."""
        return FileProblem(*self.spot(path), ".".join(map(str, path)), text)

    def under(self, path: codec.Path) -> "Source":
        """The part of the files that stands below a key (empty if the key is not there)."""
        data: Any = self.data
        for step in path:
            data = data.get(step, {}) if isinstance(data, Mapping) else {}
        size = len(path)
        spots = {p[size:]: spot for p, spot in self.spots.items() if p[:size] == path}
        return Source(data, spots or {(): self.spot(path)})

    def merged(self, change: "Source") -> "Source":
        """These data with changes laid over them, key by key; lists are replaced whole."""
        merged = Source(self.data, dict(self.spots))
        merged.data = _laid_over(self.data, change.data, change, merged, ())
        return merged


def _laid_over(base: Any, change: Any, changes: Source, merged: Source, path: codec.Path) -> Any:
    if path in changes.spots:
        merged.spots[path] = changes.spots[path]
    if isinstance(base, Mapping) and isinstance(change, Mapping):
        result = dict(base)
        for key, value in change.items():
            below = (*path, key)
            result[key] = _laid_over(base.get(key), value, changes, merged, below)
        return result
    size = len(path)
    merged.spots |= {p: spot for p, spot in changes.spots.items() if p[:size] == path}
    return change


def load(file: Path, shown: str) -> Source:
    """Read a YAML 1.2 file; ``shown`` is how messages name it. Raises BadFiles.

    The same text is parsed once: what comes of it is to be read only.
    """
    return _parsed(_text(file, shown), shown)


@lru_cache(maxsize=256)
def _parsed(text: str, shown: str) -> Source:
    try:
        data = exact_yaml(text)
    except YAMLError as error:
        raise BadFiles([_unreadable(shown, error)]) from error
    source = Source(data, {(): (shown, 1)})
    _locate(source, shown, data, ())
    return source


def _text(file: Path, shown: str) -> str:
    try:
        if (size := file.stat().st_size) > LONGEST_FILE:
            problem = (
                f"ce fichier pèse {size // 1024} Kio ; un fichier n'en dépasse pas "
                f"{LONGEST_FILE // 1024} : le partager en plusieurs."
            )
            raise BadFiles([FileProblem(shown, 1, "", problem)])
        return file.read_text("utf-8")
    except FileNotFoundError:
        problem = "ce fichier n'existe pas."
    except UnicodeDecodeError:
        problem = "ce fichier n'est pas en UTF-8 : l'enregistrer avec l'encodage UTF-8."
    raise BadFiles([FileProblem(shown, 1, "", problem)])


def _unreadable(shown: str, error: YAMLError) -> FileProblem:
    mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
    line = mark.line + 1 if mark else 1
    problem = (
        "écriture incorrecte : vérifier l'alignement (des espaces, jamais de tabulation), les deux "
        "points suivis d'une espace, et les guillemets autour d'un texte qui contient « : » ou "
        "« # »."
    )
    if isinstance(error, DuplicateKeyError):
        problem = "cette clé est écrite deux fois ; n'en garder qu'une."
    elif isinstance(error, Repeated):
        problem = (
            "les renvois YAML (« & » et « * ») ne sont pas admis : écrire le texte en entier, ou "
            "entre guillemets s'il commence par l'un de ces signes."
        )
    elif isinstance(error, TooDeep):
        problem = "trop de crochets ou d'accolades les uns dans les autres."
    return FileProblem(shown, line, "", problem)


def _locate(source: Source, shown: str, data: Any, path: codec.Path) -> None:
    if isinstance(data, Mapping):
        for key, value in data.items():
            below = (*path, key)
            source.spots[below] = (shown, data.lc.key(key)[0] + 1)  # type: ignore[attr-defined]
            _locate(source, shown, value, below)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            below = (*path, index)
            source.spots[below] = (shown, data.lc.item(index)[0] + 1)  # type: ignore[attr-defined]
            _locate(source, shown, value, below)


def file_key(name: Field[Any]) -> str:
    """How a field is called in files (``from``, ``with``: names that Python keeps for itself)."""
    return str(name.metadata.get("key", name.name))


class Reader:
    """Reads plain data as dataclasses say, and goes on after a mistake to report them all."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[FileProblem] = []

    def note(self, path: codec.Path, text: str) -> None:
        """Add a mistake found at a key."""
        self.problems.append(self.source.problem(path, text))

    def finish(self) -> None:
        """Raise BadFiles if anything was wrong."""
        if self.problems:
            raise BadFiles(self.problems)

    def document(self, kind: type[T]) -> T:
        """The whole document as a dataclass; raises BadFiles."""
        read = self.read(kind, self.source.data, ())
        self.finish()
        return cast(T, read)

    def read(self, hint: Any, value: Any, path: codec.Path) -> Any:
        """A value as its type hint says; None, and a problem noted, when it does not fit."""
        origin = get_origin(hint)
        if origin is Annotated:
            return self._measure(get_args(hint), value, path)
        if origin in (Union, types.UnionType):
            return self._optional(hint, value, path)
        if origin in (list, tuple, Sequence) and isinstance(value, list):
            return self._items(hint, value, path)
        if origin in (dict, Mapping) and isinstance(value, Mapping):
            return {str(k): self.read(get_args(hint)[1], v, (*path, k)) for k, v in value.items()}
        if is_dataclass(hint) and isinstance(value, Mapping):
            return self._dataclass(hint, value, path)
        if hint is str and type(value) is int:
            return str(value)
        return self._checked(lambda: codec.decode(hint, value, path), path)

    def _checked(self, read: Callable[[], Any], path: codec.Path) -> Any:
        try:
            return read()
        except Malformed as error:
            self.note(error.path, error.problem)
        except (ValueError, KeyError) as error:
            self.note(path, str(error))
        return None

    def _measure(self, args: tuple[Any, ...], value: Any, path: codec.Path) -> Any:
        unit = next((mark.name for mark in args[1:] if isinstance(mark, Unit)), None)
        if unit not in UNITS or isinstance(value, bool) or not isinstance(value, int | str):
            return self.read(args[0], value, path)
        parse, scale = UNITS[unit]
        if isinstance(value, int):
            return value * scale
        return self._checked(lambda: parse(value), path)

    def _optional(self, hint: Any, value: Any, path: codec.Path) -> Any:
        if value is None:
            return self._checked(lambda: codec.decode(hint, value, path), path)
        options = [option for option in get_args(hint) if option is not type(None)]
        if isinstance(value, str) and str in options:
            return value
        return self.read(options[0], value, path)

    def _items(self, hint: Any, value: list[Any], path: codec.Path) -> Any:
        kinds = get_args(hint)
        if get_origin(hint) is tuple and Ellipsis not in kinds and len(value) != len(kinds):
            return self.note(path, f"{len(kinds)} valeurs sont attendues, pas {len(value)}.")
        items = [self.read(kinds[0], item, (*path, n)) for n, item in enumerate(value)]
        return tuple(items) if get_origin(hint) is tuple else items

    def _dataclass(self, kind: Any, value: Mapping[Any, Any], path: codec.Path) -> Any:
        before, known = len(self.problems), {file_key(each): each for each in fields(kind)}
        for key in value:
            if key not in known:
                allowed = ", ".join(known)
                self.note((*path, key), f"clé inconnue ; les clés permises sont : {allowed}.")
        for key, each in known.items():
            if key not in value and each.default is MISSING and each.default_factory is MISSING:
                self.note(path, f"la clé « {key} » manque.")
        read = {
            known[key].name: self.read(hints(kind)[known[key].name], item, (*path, key))
            for key, item in value.items()
            if key in known
        }
        if len(self.problems) > before:
            return None
        return self._checked(lambda: kind(**read), path)
