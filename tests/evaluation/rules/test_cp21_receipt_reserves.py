"""Cases of CP2.1/reserves-a-reception."""

from tests.stories import Story, goods, table

test_rule = table(
    "CP2.1/reserves-a-reception",
    {
        "nothing differs": (Story().does("goods.received"), ""),
        "precise reserves": (Story().does("goods.received", difference=True, reserves=True), "met"),
        "no reserves": (Story().does("goods.received", difference=True), "missed"),
        "damaged, without a word": (
            Story().does("goods.received", damaged=(goods(),)),
            "missed",
        ),
        "damaged, and said so": (
            Story().does("goods.received", damaged=(goods(),), reserves=True),
            "met",
        ),
        "vague reserves": (
            Story().does(
                "goods.received", difference=True, reserves=True, cautions=("VagueReserves",)
            ),
            "missed",
        ),
    },
)
