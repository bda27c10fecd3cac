"""Cases of CP1.1/controles-avant-enregistrement."""

from tests.stories import Story, table


def day() -> Story:
    """A morning at the desk."""
    return Story().at("11-03 09:00")


test_rule = table(
    "CP1.1/controles-avant-enregistrement",
    {
        "outstanding then stock": (day().sees_outstanding().sees_stock().records(), "met"),
        "stock then outstanding": (day().sees_stock().sees_outstanding().records(), "met"),
        "stock not seen": (day().sees_outstanding().records(), "missed"),
        "nothing seen": (day().records(), "missed"),
        "stock of another product": (
            day().sees_outstanding().sees_stock("MOB-009").records(),
            "missed",
        ),
        "seen too late": (day().records().sees_outstanding().sees_stock(), "missed"),
        "seen two days before": (
            day().sees_outstanding().sees_stock().at("11-06 09:30").records(),
            "missed",
        ),
        "somebody else records": (day().records(by="director"), ""),
        "nothing to record": (day(), ""),
    },
)
