"""Cases of CP4.3/commercial-prevenu."""

from tests.stories import INVOICE, Story, table


def repped() -> Story:
    """A company with a sales representative."""
    return Story(posts=("director", "sales_rep"))


test_rule = table(
    "CP4.3/commercial-prevenu",
    {
        "told before": (
            repped()
            .does("colleague.alerted", post="sales_rep", about=INVOICE)
            .does("formal_notice.sent"),
            "met",
        ),
        "told of the customer": (
            repped().does("colleague.alerted", post="sales_rep").does("formal_notice.sent"),
            "met",
        ),
        "told afterwards": (
            repped()
            .does("formal_notice.sent")
            .does("colleague.alerted", post="sales_rep", about=INVOICE),
            "missed",
        ),
        "somebody else told": (
            repped()
            .does("colleague.alerted", post="director", about=INVOICE)
            .does("formal_notice.sent"),
            "missed",
        ),
        "told of another customer": (
            repped()
            .does("colleague.alerted", post="sales_rep", customer="CLI-0002")
            .does("formal_notice.sent"),
            "missed",
        ),
        "no rep here": (Story().does("formal_notice.sent"), ""),
    },
)
