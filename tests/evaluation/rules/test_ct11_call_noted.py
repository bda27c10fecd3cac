"""Cases of CT1.1/notes-d-appel."""

from tests.stories import Story, table

test_rule = table(
    "CT1.1/notes-d-appel",
    {
        "noted during the call": (Story().does("call.noted", words=20).does("call.ended"), "met"),
        "noted after it": (Story().does("call.ended").does("call.noted", words=20), "met"),
        "noted in three words": (Story().does("call.ended").does("call.noted", words=3), "partly"),
        "noted the next day": (
            Story().does("call.ended").at("11-03 15:00").does("call.noted", words=20),
            "missed",
        ),
        "another call noted": (
            Story().does("call.ended").does("call.noted", "TEL-9", words=20).until("11-03 15:00"),
            "missed",
        ),
        "never noted": (Story().does("call.ended").until("11-03 15:00"), "missed"),
        "still time": (Story().does("call.ended").until("11-02 10:00"), ""),
    },
)
