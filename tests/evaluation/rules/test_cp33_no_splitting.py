"""Cases of CP3.3/sans-decoupage."""

from tests.stories import Story, table

HALF = {"net": 300000, "enquiry": "M1"}


def first() -> Story:
    """A quote of three thousand euros; five thousand may be decided alone."""
    return Story().does("quote.sent", "DE-1", **HALF)


test_rule = table(
    "CP3.3/sans-decoupage",
    {
        "split in two": (first().does("quote.sent", "DE-2", **HALF), "missed"),
        "split, with approval": (
            first()
            .happens("approval.decided", kind="order_amount", about="DE-2", granted=True)
            .does("quote.sent", "DE-2", **HALF),
            "met",
        ),
        "two enquiries": (first().does("quote.sent", "DE-2", net=300000, enquiry="M2"), ""),
        "two customers": (first().does("quote.sent", "DE-2", **HALF, customer="CLI-0002"), ""),
        "two small ones": (
            Story()
            .does("quote.sent", "DE-1", net=100, enquiry="M1")
            .does("quote.sent", "DE-2", net=100, enquiry="M1"),
            "",
        ),
        "a fortnight later": (first().at("11-20 09:00").does("quote.sent", "DE-2", **HALF), ""),
        "alone": (first(), ""),
    },
)
