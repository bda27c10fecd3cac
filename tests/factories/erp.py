"""Commercial documents, priced as the company prices them."""

from typing import Any

import factory
from sqlalchemy.orm.attributes import set_committed_value

from sandbox.core.calendar import paris
from sandbox.erp.models import (
    Approval,
    ApprovalKind,
    ApprovalStatus,
    Order,
    OrderLine,
    OrderStatus,
    Quote,
    QuoteLine,
    QuoteStatus,
)
from sandbox.supply.models import Product
from tests.factories import InRunFactory

MONDAY = paris(2026, 11, 2, 8, 30)


def priced(kind: Any, position: int, product: Product, quantity: int, **terms: int) -> Any:
    """A line of any priced document at the list price, or at the terms given."""
    line = kind(
        position=position,
        product_id=product.id,
        product=product,
        label=product.label,
        quantity=quantity,
        unit_price=terms.get("unit_price", product.price),
        discount=terms.get("discount", 0),
        vat_rate=product.vat_rate,
        eco=product.eco,
    )
    line.price()
    return line


class PricedFactory(InRunFactory):
    """Parent of priced documents: ``lines`` are (product, quantity), terms third if any."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        kind = {Quote: QuoteLine, Order: OrderLine}[model_class]
        lines = [
            priced(kind, position, product, quantity, **(terms[0] if terms else {}))
            for position, (product, quantity, *terms) in enumerate(kwargs.pop("lines"), 1)
        ]
        carriage = kwargs.pop("carriage", 0)
        document = model_class(*args, lines=lines, **kwargs)
        document.total_up(lines, carriage, 2000)
        cls.link(document)
        return super()._create(lambda: document)

    @classmethod
    def link(cls, document: Any) -> None:
        """Say that a relation is known to be empty: nothing is loaded behind the back."""


class QuoteFactory(PricedFactory):
    """A quote of a customer, drafted on Monday; give ``customer`` and ``lines``."""

    class Meta:
        model = Quote

    class Params:
        sent = factory.Trait(
            status=QuoteStatus.SENT,
            sent_at=MONDAY,
            reference=factory.Sequence(lambda n: f"DE-2026-9{n:05}"),
        )

    reference = factory.Sequence(lambda n: f"DE-B9{n:05}")
    customer_id = factory.SelfAttribute("customer.id")
    status = QuoteStatus.DRAFT
    drawn_up_at = MONDAY
    valid_until = paris(2026, 12, 2).date()

    @classmethod
    def link(cls, document: Any) -> None:
        set_committed_value(document, "enquiry", None)


class OrderFactory(PricedFactory):
    """An order received on Monday, to be checked; give ``customer`` and ``lines``."""

    class Meta:
        model = Order

    class Params:
        recorded = factory.Trait(
            status=OrderStatus.RECORDED,
            recorded_at=MONDAY,
            promised_on=paris(2026, 11, 20).date(),
        )

    reference = factory.Sequence(lambda n: f"CDE-2026-9{n:05}")
    customer_id = factory.SelfAttribute("customer.id")
    status = OrderStatus.RECEIVED
    received_at = MONDAY

    @classmethod
    def link(cls, document: Any) -> None:
        if document.quote_id is None and "quote" not in document.__dict__:
            set_committed_value(document, "quote", None)


class ApprovalFactory(InRunFactory):
    """A decision that the director has granted; give ``customer`` and ``about``."""

    class Meta:
        model = Approval

    reference = factory.Sequence(lambda n: f"ACC-9{n:05}")
    kind = ApprovalKind.OVER_LIMIT
    customer_id = factory.SelfAttribute("customer.id")
    post = "director"
    status = ApprovalStatus.GRANTED
    requested_at = MONDAY
