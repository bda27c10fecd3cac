"""Cases of CT3.1/modele-plutot-que-ressaisie."""

from tests.stories import Story, table

FIVE = tuple(f"CLI-000{number}" for number in range(1, 6))


def letters(customers: tuple[str, ...], *, ready: bool = False, days: bool = False) -> Story:
    """One letter a customer, on one subject; from a template, or a day each."""
    story = Story()
    for number, customer in enumerate(customers):
        about = f"MSG-00001{number}"
        if days:
            story.at(f"11-0{2 + number} 10:00")
        story.does("message.sent", about, customer=customer, topic="delay", channel="email")
        if ready:
            story.does("message.template_used", about, topic="delay")
    return story


test_rule = table(
    "CT3.1/modele-plutot-que-ressaisie",
    {
        "from a template": (letters(FIVE, ready=True), "met"),
        "a mailing": (
            letters(FIVE).does("mail.merged", customers=FIVE, topic="delay"),
            "met",
        ),
        "typed five times": (letters(FIVE), "missed"),
        "four only": (letters(FIVE[:4]), ""),
        "a letter a day": (letters(FIVE[:3], days=True), ""),
        "the same customer": (letters(FIVE[:1] * 5), ""),
    },
)
