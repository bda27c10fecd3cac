"""Cases of CP2.2/classement-des-achats."""

from tests.stories import Story, table

test_rule = table(
    "CP2.2/classement-des-achats",
    {
        "filed and named": (
            Story().does("document.filed", expected_folder="A2", well_filed=True, well_named=True),
            "met",
        ),
        "under another name": (
            Story().does("document.filed", expected_folder="A2", well_filed=True),
            "partly",
        ),
        "in another folder": (
            Story().does("document.filed", expected_folder="A2", folder="Z9", well_named=True),
            "missed",
        ),
        "another family": (Story().does("document.filed", expected_folder="V2"), ""),
        "filed by accounting": (
            Story().happens("document.filed", by="accounting", expected_folder="A2"),
            "",
        ),
    },
)
