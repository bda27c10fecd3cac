"""The worked examples of the business rules, answered by the product."""

import sys
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.oracles import (
    credit_control,
    ledger,
    payment,
    platform,
    prices,
    quotes,
    recovery,
    registers,
    stock,
)
from tests.oracles.adapters import ADAPTERS

ADAPTER_MODULES = (
    credit_control,
    ledger,
    payment,
    platform,
    prices,
    quotes,
    recovery,
    registers,
    stock,
)
ROOMS = {"crm", "supply", "erp", "documents", "simulation", "training"}
HERE = Path(__file__).parent
WORKED_EXAMPLES = HERE.parent.parent / "shared" / "oracles.yaml"


def read(path: Path) -> Any:
    # Written as YAML 1.1: under 1.2 the plain text 00019999 would lose its zeros.
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)
    return yaml.load(path.read_text("utf-8"))


MAP = read(HERE / "oracle_map.yaml")
EXAMPLES = (
    {row["id"]: row for row in read(WORKED_EXAMPLES)["oracles"]} if WORKED_EXAMPLES.exists() else {}
)
needs_examples = pytest.mark.skipif(
    not EXAMPLES, reason=f"THE WORKED EXAMPLES ARE NOT CHECKED: no {WORKED_EXAMPLES} here"
)


def mapped_function(identifier: str) -> Any:
    module, name = MAP["functions"][identifier].rsplit(".", 1)
    return getattr(import_module(module), name)


def code_called_by(action: Any) -> tuple[Any, set[CodeType]]:
    seen: set[CodeType] = set()

    def notice(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            seen.add(frame.f_code)

    before = sys.getprofile()
    sys.setprofile(notice)
    try:
        return action(), seen
    finally:
        sys.setprofile(before)


@pytest.mark.parametrize("identifier", MAP["functions"])
def test_the_mapped_function_is_public_and_says_what_it_does(identifier: str) -> None:
    function = mapped_function(identifier)
    assert not function.__name__.startswith("_")
    assert function.__doc__


def test_every_mapped_example_has_one_adapter_and_no_adapter_is_left_over() -> None:
    assert set(ADAPTERS) == set(MAP["functions"])


def test_what_comes_later_names_a_room_and_is_not_mapped_twice() -> None:
    assert set(MAP["later"].values()) <= ROOMS
    assert not set(MAP["later"]) & set(MAP["functions"])


@needs_examples
def test_every_worked_example_is_mapped_or_promised() -> None:
    assert set(MAP["functions"]) | set(MAP["later"]) == set(EXAMPLES)


@needs_examples
@pytest.mark.parametrize("identifier", MAP["functions"])
def test_the_product_gives_the_answer_of_the_worked_example(identifier: str) -> None:
    example = EXAMPLES[identifier]
    answer, called = code_called_by(lambda: ADAPTERS[identifier](example["inputs"]))
    assert {name: answer.get(name) for name in example["expected"]} == example["expected"]
    assert mapped_function(identifier).__code__ in called
