"""Cases of CP1.4/classement-des-ventes."""

from tests.stories import Story, table

test_rule = table(
    "CP1.4/classement-des-ventes",
    {
        "filed and named": (
            Story().does("document.filed", expected_folder="V2", well_filed=True, well_named=True),
            "met",
        ),
        "under another name": (
            Story().does("document.filed", expected_folder="V2", well_filed=True),
            "partly",
        ),
        "in another folder": (
            Story().does("document.filed", expected_folder="V2", folder="Z9", well_named=True),
            "missed",
        ),
        "another family": (Story().does("document.filed", expected_folder="A1"), ""),
        "filed by accounting": (
            Story().happens("document.filed", by="accounting", expected_folder="V2"),
            "",
        ),
    },
)
