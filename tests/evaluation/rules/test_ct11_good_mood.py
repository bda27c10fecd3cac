"""Cases of CT1.1/fin-d-appel."""

from tests.stories import Story, table

test_rule = table(
    "CT1.1/fin-d-appel",
    {
        "pleased": (Story().does("call.reply_chosen").does("call.ended", mood=2), "met"),
        "no worse": (Story().does("call.reply_chosen").does("call.ended"), "met"),
        "angry": (Story().does("call.reply_chosen").does("call.ended", mood=-1), "missed"),
        "nothing was said": (Story().does("call.ended", mood=-1), ""),
    },
)
