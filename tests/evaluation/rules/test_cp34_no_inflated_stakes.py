"""Cases of CP3.4/enjeux-mesures."""

from tests.stories import ORDER, Story, table

ALERT = ("colleague.alerted",)
SMALL = {"post": "director", "topic": "stock"}
HERS = {"post": "director", "topic": "fraud"}

test_rule = table(
    "CP3.4/enjeux-mesures",
    {
        "nobody alerted": (Story(), ""),
        "one small matter": (Story().does(*ALERT, **SMALL), "met"),
        "three small matters": (
            Story().does(*ALERT, **SMALL).does(*ALERT, **SMALL).does(*ALERT, **SMALL),
            "missed",
        ),
        "three matters of the director's": (
            Story().does(*ALERT, **HERS).does(*ALERT, **HERS).does(*ALERT, **HERS),
            "met",
        ),
        "a stake blown up": (
            Story()
            .happens("order.received", gross=50000)
            .does("colleague.alerted", post="director", topic="delay", about=ORDER, stake=900000),
            "missed",
        ),
    },
)
