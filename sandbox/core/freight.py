"""What a carrier charges for: the weight, or the room that it takes."""

from dataclasses import dataclass

from sandbox.core.units import Grams

AIR, EXPRESS = 6000, 5000


@dataclass(frozen=True, slots=True)
class Volumetric:
    """Volume in cubic centimetres, the weight that it stands for and the weight charged (grams)."""

    volume: int
    weight: Grams
    charged: Grams


def volumetric(sides: tuple[int, int, int], actual: Grams, divisor: int = AIR) -> Volumetric:
    """Volumetric weight of a parcel (sides in cm): cubic cm a kilo, 6000 by air, 5000 express."""
    length, width, height = sides
    volume = length * width * height
    weight = volume * 1000 // divisor
    return Volumetric(volume, weight, max(weight, actual))
