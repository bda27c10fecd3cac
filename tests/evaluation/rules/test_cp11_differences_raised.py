"""Cases of CP1.1/ecarts-signales."""

from tests.stories import Story, table

ASKED = ("price:MOB-001", "date")


def received() -> Story:
    """An order that differs from its quote on two points."""
    return Story().happens("order.received", differences=ASKED).at("11-03 09:00")


test_rule = table(
    "CP1.1/ecarts-signales",
    {
        "raised": (received().does("order.differences_raised", differences=ASKED).records(), "met"),
        "raised, and recorded before the answer": (
            received()
            .does("order.differences_raised", differences=ASKED)
            .records(differences=ASKED),
            "met",
        ),
        "one of two raised": (
            received()
            .does("order.differences_raised", differences=ASKED[:1])
            .records(differences=ASKED),
            "missed",
        ),
        "not seen": (received().records(differences=ASKED), "missed"),
        "corrected without a word": (received().does("order.corrected").records(), "partly"),
        "no difference": (Story().happens("order.received").records(), ""),
        "never recorded": (received(), ""),
    },
)
