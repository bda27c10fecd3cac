"""Cases of CP4.2/procedure-collective."""

from tests.stories import CUSTOMER, INVOICE, Story, table

NOTICE, CLAIM = "PRC-2026-000001", "DEC-2026-000001"


def opened(last_day: str = "2027-01-04", owed: int = 120000) -> Story:
    """On Monday, a customer's proceedings are published."""
    told = {"last_day": last_day, "owed": owed, "customer": CUSTOMER}
    return Story().happens("insolvency.published", NOTICE, by="registry", **told)


def declared(story: Story) -> Story:
    """The debt is declared."""
    return story.does("debt_claim.declared", CLAIM, insolvency=NOTICE, customer=CUSTOMER)


test_rule = table(
    "CP4.2/procedure-collective",
    {
        "declared in time": (declared(opened().at("11-05 10:00")), "met"),
        "declared too late": (declared(opened("2026-11-04").at("11-05 10:00")), "missed"),
        "never declared": (opened("2026-11-04").until("11-05 10:00"), "missed"),
        "still time": (opened().until("11-20 10:00"), ""),
        "nothing was owed": (opened("2026-11-04", owed=0).until("11-05 10:00"), ""),
        "dunned all the same, then declared": (
            declared(opened().does("dunning.sent", INVOICE, customer=CUSTOMER)),
            "missed met",
        ),
        "given formal notice": (
            opened().does("formal_notice.sent", INVOICE, customer=CUSTOMER),
            "missed",
        ),
        "somebody else is dunned": (
            opened().does("dunning.sent", INVOICE, customer="CLI-0002").until("11-20 10:00"),
            "",
        ),
        "declared by accounting": (
            opened().happens("debt_claim.declared", CLAIM, by="accounting", insolvency=NOTICE),
            "",
        ),
    },
)
