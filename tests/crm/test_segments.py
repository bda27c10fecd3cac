"""Segments: filled by the company's rules or by hand, and what the list is filtered by."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm import merge_errors as errors
from sandbox.crm import services
from sandbox.crm.segments import member_ids
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.erp import OrderFactory
from tests.factories.world import World

HAND = "cared_for"


def there(ctx: Context, code: str) -> frozenset[int]:
    return member_ids(ctx.session, ctx.run, ctx.setting.procedures.segments, code)


def test_an_order_makes_a_regular(ctx: Context, world: World) -> None:
    other = CustomerFactory(business=False)
    OrderFactory(customer=world.customer, lines=[(world.desk, 2)])
    assert there(ctx, "regulars") == {world.customer.id}
    assert there(ctx, "private") == {other.id}
    assert there(ctx, "unheard_of") == frozenset()


def test_a_customer_is_chosen_by_hand_once(ctx: Context, world: World) -> None:
    services.put_in_segment(ctx, world.customer, code=HAND)
    assert there(ctx, HAND) == {world.customer.id}
    assert said(ctx.session, "segment.joined") == [{"customer": "CLI-0001", "code": HAND}]
    with pytest.raises(errors.InSegmentAlready):
        services.put_in_segment(ctx, world.customer, code=HAND)
    services.take_out_of_segment(ctx, world.customer, code=HAND)
    assert there(ctx, HAND) == frozenset()
    with pytest.raises(errors.NotInSegment):
        services.take_out_of_segment(ctx, world.customer, code=HAND)
    with pytest.raises(errors.NotByHand):
        services.put_in_segment(ctx, world.customer, code="regulars")


def test_the_list_is_filtered_by_segment(
    client: FlaskClient, ctx: Context, session: Session, base: str, world: World
) -> None:
    CustomerFactory(name="Absent du segment")
    session.commit()
    sent = {"customer": world.customer.reference}
    assert client.post(f"{base}/clients/segments/{HAND}/ajouter", data=sent).status_code == 303
    segments = client.get(f"{base}/clients/segments").text
    assert "choisis à la main" in segments
    assert "10 000" in segments.replace("\u202f", " ").replace("\xa0", " ")
    found = client.get(f"{base}/clients?segment={HAND}").text.partition('id="result"')[2]
    assert world.customer.name in found
    assert "Absent du segment" not in found
    assert client.post(f"{base}/clients/segments/{HAND}/retirer", data=sent).status_code == 303
