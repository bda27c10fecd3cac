"""Cases of CP4.2/dossier-complet."""

from tests.stories import Story, table

INVOICE, OTHER, FILE = "FA-2026-000003", "FA-2026-000004", "CTX-2026-000001"


def handed(*missing: str) -> Story:
    """The debt is handed over, these papers left out."""
    return Story().does("litigation.handed", FILE, invoice=INVOICE, missing=missing)


def reported() -> Story:
    """Its recipient has said what came of it."""
    return handed().happens(
        "litigation.reported", FILE, by="provider:PRE-01", invoice=INVOICE, outcome="uncollectable"
    )


test_rule = table(
    "CP4.2/dossier-complet",
    {
        "with every paper": (handed(), "met"),
        "without the signed note": (handed("delivery"), "missed"),
        "dunned meanwhile": (handed().does("dunning.sent", INVOICE), "missed"),
        "another invoice is dunned": (handed().does("dunning.sent", OTHER), "met"),
        "dunned after the report": (reported().does("dunning.sent", INVOICE), "met"),
    },
)
