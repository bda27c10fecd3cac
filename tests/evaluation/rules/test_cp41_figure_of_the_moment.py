"""Cases of CP4.1/chiffre-du-moment."""

from tests.stories import Story, table

MOMENT = {"gross": 4000, "exposure": 14000}


def read(**figures: int) -> Story:
    """The outstanding was looked up."""
    return Story().sees_outstanding(**figures)


test_rule = table(
    "CP4.1/chiffre-du-moment",
    {
        "read with the order": (read(this_order=4000, exposure=14000).records(**MOMENT), "met"),
        "read without the order": (read(exposure=10000).records(**MOMENT), "met"),
        "more has been ordered since": (read(exposure=6000).records(**MOMENT), "missed"),
        "to the euro": (read(exposure=9950).records(**MOMENT), "met"),
        "not read": (Story().records(**MOMENT), ""),
    },
)
