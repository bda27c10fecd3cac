"""Units of measure, written in the type so that code, forms and the list of actions agree."""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts; read from annotations by `flask actions`."""

    name: str


Cents = Annotated[int, Unit("cents")]
UnitPrice = Annotated[int, Unit("ten-thousandths of a euro")]
Rate = Annotated[int, Unit("hundredths of a percent")]
Days = Annotated[int, Unit("days")]
HundredthDays = Annotated[int, Unit("hundredths of a day")]
Minutes = Annotated[int, Unit("company minutes")]
Grams = Annotated[int, Unit("grams")]
