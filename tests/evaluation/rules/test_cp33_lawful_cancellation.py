"""Cases of CP3.3/annulation-fondee."""

from tests.stories import Story, table


def gives_up(*cautions: str, by: str = "learner") -> Story:
    """An order is cancelled."""
    return Story().does("order.cancelled", by=by, cautions=cautions)


test_rule = table(
    "CP3.3/annulation-fondee",
    {
        "by agreement": (gives_up(), "met"),
        "a deposit is to be given back": (gives_up("DepositToReturn"), "met"),
        "a business is granted a withdrawal": (gives_up("NoWithdrawal"), "missed"),
        "goods made to measure": (gives_up("MadeToMeasure"), "missed"),
        "a consumer's money is kept": (gives_up("KeptFromConsumer"), "missed"),
        "somebody else did it": (gives_up("NoWithdrawal", by="sales_rep"), ""),
    },
)
