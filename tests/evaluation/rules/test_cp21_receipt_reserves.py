"""Cases of CP2.1/reserves-a-reception."""

from tests.stories import Story, table

test_rule = table(
    "CP2.1/reserves-a-reception",
    {
        "nothing differs": (Story().does("goods.received"), ""),
        "precise reserves": (Story().does("goods.received", difference=True, reserves=True), "met"),
        "no reserves": (Story().does("goods.received", difference=True), "missed"),
        "vague reserves": (
            Story().does(
                "goods.received", difference=True, reserves=True, cautions=("VagueReserves",)
            ),
            "missed",
        ),
    },
)
