"""Cases of CP1.4/classement-des-ventes."""

from typing import Any

from tests.stories import Story, table

KIND = "invoice"


def filed(**values: Any) -> Story:
    """Such a paper is filed."""
    return Story().does("document.filed", kind=KIND, **values)


test_rule = table(
    "CP1.4/classement-des-ventes",
    {
        "filed and named": (
            Story().does(
                "document.filed",
                kind="invoice",
                expected_folder="V2",
                well_filed=True,
                well_named=True,
            ),
            "met",
        ),
        "under another name": (
            filed(expected_folder="V2", well_filed=True),
            "partly",
        ),
        "in another folder": (
            Story().does(
                "document.filed", kind="invoice", expected_folder="V2", folder="Z9", well_named=True
            ),
            "missed",
        ),
        "another family": (Story().does("document.filed", kind="purchase_order"), ""),
        "a sale, in a plan of numbers": (
            Story().does(
                "document.filed",
                kind="invoice",
                expected_folder="130",
                well_filed=True,
                well_named=True,
            ),
            "met",
        ),
        "filed by accounting": (
            Story().happens(
                "document.filed", by="accounting", kind="invoice", expected_folder="V2"
            ),
            "",
        ),
    },
)
