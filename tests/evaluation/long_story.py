"""A busy year in one journal."""

from tests.stories import Story


def long_story(entries: int) -> Story:
    """Many orders taken all the way, each with its look-ups."""
    story = Story()
    number = 0
    while len(story.entries) < entries:
        number += 1
        order, customer = f"CDE-2026-{number:06d}", f"CLI-{number % 120:04d}"
        bill = {"order": order, "delivery": f"BL-{number}", "due_on": "2026-11-02"}
        story.later(75)
        story.happens("order.received", order, customer=customer)
        story.sees_outstanding(customer).sees_stock("MOB-001").records(order, customer=customer)
        story.does("order.acknowledged", order, promised_on="2026-11-20", customer=customer)
        story.does("delivery.shipped", f"BL-{number}", order=order, customer=customer)
        story.does("invoice.issued", f"FA-{number}", customer=customer, **bill)
        story.does("bank.consulted").does("dunning.sent", f"FA-{number}", customer=customer)
        story.does("purchase_order.sent", f"CF-{number}", expected_on="2026-12-01")
        story.happens("purchase_order.acknowledged", f"CF-{number}", confirmed_on="2026-12-02")
        story.does("clock.advanced").happens("message.received", f"MSG-{number}", topic="other")
    return story
