"""Cases of CP1.4/prospect-efface."""

from tests.stories import CUSTOMER, Story, table


def erased(due_on: str) -> Story:
    """On Monday the second of November, a prospect's data is erased."""
    return Story().does("prospect.erased", CUSTOMER, customer=CUSTOMER, due_on=due_on)


test_rule = table(
    "CP1.4/prospect-efface",
    {
        "once the period is over": (erased("2026-10-20"), "met"),
        "on its last day": (erased("2026-11-02"), "met"),
        "too early": (erased("2026-11-20"), "missed"),
        "by a colleague": (
            Story().happens("prospect.erased", CUSTOMER, by="director", due_on="2026-11-20"),
            "",
        ),
    },
)
