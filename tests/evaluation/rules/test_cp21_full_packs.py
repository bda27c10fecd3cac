"""Cases of CP2.1/conditionnements."""

from tests.stories import Story, table

test_rule = table(
    "CP2.1/conditionnements",
    {
        "whole packs": (Story().does("purchase_order.sent"), "met"),
        "a broken pack": (
            Story().does("purchase_order.sent", cautions=("NotFullPacks",)),
            "missed",
        ),
        "sent by purchasing": (
            Story().happens("purchase_order.sent", by="purchasing", cautions=("NotFullPacks",)),
            "",
        ),
    },
)
