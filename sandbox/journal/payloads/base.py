"""What every journal payload is: a frozen dataclass with its verb and its version."""

from dataclasses import dataclass
from typing import ClassVar

verbs: dict[str, type["Payload"]] = {}


@dataclass(frozen=True)
class Payload:
    """Values of the moment, kept with an entry. Subclasses form the closed vocabulary."""

    verb: ClassVar[str]
    version: ClassVar[int]

    def __init_subclass__(cls, *, verb: str = "", version: int = 1) -> None:
        if not verb:
            return
        if verb in verbs:
            raise ValueError(f"verb {verb} is defined twice")
        cls.verb, cls.version = verb, version
        verbs[verb] = cls


@dataclass(frozen=True)
class Line:
    """A priced line: ten-thousandths of a euro, hundredths of a percent, net in cents."""

    product: str
    quantity: int
    unit_price: int
    discount: int
    net: int
    second_discount: int = 0
    overall_discount: int = 0
