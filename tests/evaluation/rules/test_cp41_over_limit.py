"""Cases of CP4.1/plafond-et-accord."""

from tests.stories import ORDER, Story, table

ASKED = {"kind": "over_limit", "about": ORDER}


def asked() -> Story:
    """The director is asked."""
    return Story().does("approval.requested", **ASKED)


def answered(*, granted: bool) -> Story:
    """And answers."""
    return asked().happens("approval.decided", by="director", **ASKED, granted=granted)


test_rule = table(
    "CP4.1/plafond-et-accord",
    {
        "under the limit": (Story().records(), ""),
        "recorded without asking": (Story().records(excess=1000), "missed"),
        "recorded without waiting for the answer": (asked().records(excess=1000), "missed"),
        "recorded once granted": (answered(granted=True).records(excess=1000), "met"),
        "recorded, for more than was asked": (
            Story()
            .does("approval.requested", **ASKED, amount=500)
            .happens("approval.decided", **ASKED, granted=True)
            .records(excess=1000),
            "partly",
        ),
        "recorded although refused": (answered(granted=False).records(excess=1000), "missed"),
        "granted after the recording": (
            asked().records(excess=1000).happens("approval.decided", **ASKED, granted=True),
            "missed",
        ),
        "granted for another order": (
            Story()
            .happens("approval.decided", kind="over_limit", about="CDE-2026-000009", granted=True)
            .records(excess=1000),
            "missed",
        ),
        "declined after asking": (
            answered(granted=False).does("order.declined", excess=1000),
            "met",
        ),
        "declined without asking": (Story().does("order.declined", excess=1000), "partly"),
        "declined for another reason": (Story().does("order.declined"), ""),
    },
)
