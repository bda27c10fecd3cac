"""Cases of CP1.1/facture-conforme."""

from tests.stories import DELIVERY, INVOICE, ORDER, Story, table

ALL = {"order": ORDER, "gross": 20000}
HALF = {"order": ORDER, "gross": 10000}


def shipped(quantity: int) -> Story:
    """An order of two units for two hundred euros, so many of which left."""
    story = Story().records(gross=20000, lines=({"quantity": 2},))
    return story.does("delivery.shipped", order=ORDER, quantity=quantity)


test_rule = table(
    "CP1.1/facture-conforme",
    {
        "all of it": (shipped(2).does("invoice.issued", **ALL), "met"),
        "a cent of rounding": (
            shipped(2).does("invoice.issued", order=ORDER, gross=20001),
            "met",
        ),
        "too little": (shipped(2).does("invoice.issued", order=ORDER, gross=15000), "missed"),
        "too much": (shipped(2).does("invoice.issued", order=ORDER, gross=25000), "missed"),
        "all for one unit": (shipped(1).does("invoice.issued", **ALL), "missed"),
        "half, then the rest": (
            shipped(1)
            .does("invoice.issued", **HALF)
            .does("delivery.shipped", DELIVERY, order=ORDER, quantity=1)
            .does("invoice.issued", "FA-2", **HALF),
            "met met",
        ),
        "again after a credit note": (
            shipped(2)
            .does("invoice.issued", **ALL)
            .does("credit_note.issued", kind="cancellation", invoice=INVOICE, gross=20000)
            .does("invoice.issued", "FA-2", **ALL),
            "met met",
        ),
        "twice": (
            shipped(2).does("invoice.issued", **ALL).does("invoice.issued", "FA-2", **ALL),
            "met missed",
        ),
        "by accounting": (shipped(1).happens("invoice.issued", by="accounting", **ALL), ""),
    },
)


def together(first: int, second: int) -> tuple[dict[str, object], ...]:
    """What a periodic invoice charges of two orders, in cents."""
    return ({"order": ORDER, "gross": first}, {"order": "CDE-2", "gross": second})


def two_orders() -> Story:
    """Two orders of a customer, all gone."""
    story = shipped(2).records("CDE-2", gross=5000, lines=({"quantity": 1},))
    return story.does("delivery.shipped", "BL-2", order="CDE-2", quantity=1)


test_periodic = table(
    "CP1.1/facture-conforme",
    {
        "each order, to the cent": (
            two_orders().does("invoice.issued", order="", parts=together(20000, 5000)),
            "met met",
        ),
        "one of them short": (
            two_orders().does("invoice.issued", order="", parts=together(20000, 4000)),
            "met missed",
        ),
        "after half of it alone": (
            two_orders()
            .does("invoice.issued", "FA-1", **HALF)
            .does("invoice.issued", "FA-2", order="", parts=together(10000, 5000)),
            "missed met met",
        ),
    },
)
