"""Cases of CP2.2/classement-des-achats."""

from typing import Any

from tests.stories import Story, table

KIND = "supplier_slip"


def filed(**values: Any) -> Story:
    """Such a paper is filed."""
    return Story().does("document.filed", kind=KIND, **values)


test_rule = table(
    "CP2.2/classement-des-achats",
    {
        "filed and named": (
            Story().does(
                "document.filed",
                kind="supplier_slip",
                expected_folder="A2",
                well_filed=True,
                well_named=True,
            ),
            "met",
        ),
        "under another name": (
            Story().does(
                "document.filed", kind="supplier_slip", expected_folder="A2", well_filed=True
            ),
            "partly",
        ),
        "in another folder": (
            Story().does(
                "document.filed",
                kind="supplier_slip",
                expected_folder="A2",
                folder="Z9",
                well_named=True,
            ),
            "missed",
        ),
        "another family": (Story().does("document.filed", kind="quote"), ""),
        "filed by accounting": (
            Story().happens(
                "document.filed", by="accounting", kind="supplier_slip", expected_folder="A2"
            ),
            "",
        ),
    },
)
