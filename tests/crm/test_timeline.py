"""One timeline of a customer: every room's rows, by moment, filtered by kind."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from flask.testing import FlaskClient

from sandbox.core.complaints import ComplaintNature, Remedy
from sandbox.core.context import Context
from sandbox.crm import services
from sandbox.crm.complaints import Satisfaction
from sandbox.crm.models import Message
from sandbox.crm.story import story_of
from sandbox.crm.story_showing import mood_of
from tests.factories.erp import OrderFactory
from tests.factories.world import World

Counter = Callable[[], AbstractContextManager[list[str]]]


def test_rooms_tell_one_story(
    client: FlaskClient, ctx: Context, base: str, world: World, enquiry: Message, count_sql: Counter
) -> None:
    order = OrderFactory(customer=world.customer, lines=[(world.desk, 2)])
    told = {"nature": ComplaintNature.LATE, "asks": Remedy.DISCOUNT, "text": "Deux jours."}
    services.open_complaint(ctx, world.customer, **told)
    ctx.session.commit()
    page = f"{base}/clients/{world.customer.id}/parcours"
    before = client.get(page).text
    assert "Historique à ouvrir" in before
    assert order.reference not in before
    client.post(f"{base}/clients/{world.customer.id}/historique")
    with count_sql() as statements:
        whole = client.get(page).text
    assert len(statements) <= 12, statements
    for text in (order.reference, enquiry.subject, "Réclamation"):
        assert text in whole
    only = client.get(f"{page}?genre=complained").text.partition("<main")[2]
    assert enquiry.subject not in only


def test_the_latest_comes_first(ctx: Context, world: World, enquiry: Message) -> None:
    OrderFactory(customer=world.customer, lines=[(world.desk, 2)])
    moments = [row.at for row in story_of(ctx.session, ctx.run.id, world.customer.id)]
    assert moments == sorted(moments, reverse=True)


def test_satisfaction_has_a_mean_and_a_trend() -> None:
    better = mood_of([Satisfaction(score=score) for score in (5, 4, 3, 2)])
    assert better is not None
    assert (better.last, better.tenths, better.trend[0]) == (5, 35, "en hausse")
    alone = mood_of([Satisfaction(score=3)])
    assert alone is not None
    assert alone.trend[0] == "stable"
    assert mood_of([]) is None
