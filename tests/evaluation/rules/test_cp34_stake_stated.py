"""Cases of CP3.4/enjeu-chiffre."""

from tests.stories import ORDER, Story, table


def big() -> Story:
    """An order of seven thousand euros."""
    return Story().happens("order.received", gross=700000)


test_rule = table(
    "CP3.4/enjeu-chiffre",
    {
        "stated": (big().does("colleague.alerted", about=ORDER, stake=700000), "met"),
        "not stated": (big().does("colleague.alerted", about=ORDER), "missed"),
        "a small matter": (
            Story().happens("order.received", gross=100).does("colleague.alerted", about=ORDER),
            "",
        ),
        "about nothing": (big().does("colleague.alerted"), ""),
        "by a colleague": (big().happens("colleague.alerted", by="director", about=ORDER), ""),
    },
)
