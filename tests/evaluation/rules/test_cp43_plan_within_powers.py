"""Cases of CP4.3/echeancier-dans-la-delegation."""

from typing import Any

from tests.stories import INVOICE, Story, table

PLAN = "ECH-2026-000001"


def agreed(story: Story, **more: Any) -> Story:
    """Four payments are agreed, which is beyond the post."""
    values = {"cautions": ("PlanBeyondDelegation",), "approval": None} | more
    return story.does("payment_plan.agreed", PLAN, invoices=(INVOICE,), count=4, **values)


def asked() -> Story:
    """An approval was asked about the invoice."""
    return Story().does("approval.requested", kind="payment_plan", about=INVOICE)


test_rule = table(
    "CP4.3/echeancier-dans-la-delegation",
    {
        "within the delegation": (agreed(Story(), cautions=()), "met"),
        "nobody was asked": (agreed(Story()), "missed"),
        "asked, no answer yet": (agreed(asked()), "missed"),
        "granted before": (
            agreed(
                asked().happens(
                    "approval.decided",
                    by="director",
                    kind="payment_plan",
                    about=INVOICE,
                    granted=True,
                ),
                cautions=(),
                approval="ACC-2026-000001",
            ),
            "met",
        ),
        "agreed by accounting": (
            Story().happens("payment_plan.agreed", PLAN, by="accounting", count=4),
            "",
        ),
    },
)
