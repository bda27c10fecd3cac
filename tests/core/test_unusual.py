"""What the credit procedure calls an unusual amount."""

import pytest

from sandbox.core.procedures import CreditProcedure


@pytest.mark.parametrize(
    ("gross", "mean", "limit", "share", "unusual"),
    [
        (200_001, 100_000, 0, 0, True),
        (200_000, 100_000, 0, 0, False),
        (900_000, 0, 1_000_000, 0, False),
        (600_000, 0, 1_000_000, 6000, False),
        (600_001, 0, 1_000_000, 6000, True),
        (600_001, 500_000, 1_000_000, 6000, True),
        (600_001, 0, 0, 6000, False),
    ],
)
def test_an_amount_is_unusual_for_the_mean_or_for_the_limit(
    gross: int, mean: int, limit: int, share: int, unusual: bool
) -> None:
    credit = CreditProcedure(unusual_multiple=2, unusual_share=share)
    assert credit.unusual(gross, mean, limit) is unusual
