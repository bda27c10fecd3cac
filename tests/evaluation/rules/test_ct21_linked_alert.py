"""Cases of CT2.1/alerte-rattachee."""

from tests.stories import ORDER, Story, table

test_rule = table(
    "CT2.1/alerte-rattachee",
    {
        "tied to an order": (Story().does("colleague.alerted", about=ORDER), "met"),
        "tied to a customer": (Story().does("colleague.alerted"), "partly"),
        "tied to nothing": (Story().does("colleague.alerted", customer=None), "missed"),
        "by the director": (Story().happens("colleague.alerted", by="director", customer=None), ""),
    },
)
