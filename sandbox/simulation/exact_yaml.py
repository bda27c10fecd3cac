"""YAML 1.2 as trainers mean it: exact numbers, and nothing but what is written."""

from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer
from ruamel.yaml.constructor import RoundTripConstructor
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import Node, ScalarNode

DEEPEST = 40


class Repeated(MarkedYAMLError):
    """A file names a part of itself to repeat it: nine lines may then swell to a billion."""


class TooDeep(MarkedYAMLError):
    """Brackets in brackets, further than anybody writes."""


class _Plain(Composer):
    """What is written is what is read: no anchor (&), no alias (*), no endless brackets."""

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Node:
        event = self.parser.peek_event()
        if getattr(event, "anchor", None) is not None:
            raise Repeated(problem_mark=event.start_mark)
        if self.depth >= DEEPEST:
            raise TooDeep(problem_mark=event.start_mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return cast(Node, node)


class _Exact(RoundTripConstructor):
    """Numbers with decimals or a leading zero stay text: 249.00 is exact, 000123455 keeps zeros."""


def _decimal_as_text(_constructor: RoundTripConstructor, node: ScalarNode) -> str:
    return str(node.value)


def _integer(constructor: RoundTripConstructor, node: ScalarNode) -> Any:
    text = str(node.value)
    if len(text) > 1 and text.startswith("0"):
        return text
    return int(constructor.construct_yaml_int(node))


_Exact.add_constructor("tag:yaml.org,2002:float", _decimal_as_text)
_Exact.add_constructor("tag:yaml.org,2002:int", _integer)


def exact_yaml(text: str) -> Any:
    """The data of a text, that know their lines; raises YAMLError, Repeated or TooDeep."""
    yaml = YAML()
    yaml.Constructor, yaml.Composer = _Exact, _Plain
    return yaml.load(text)
