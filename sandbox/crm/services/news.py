"""The company publishes; the desk reads."""

from datetime import date

from sandbox.core.context import LEARNER, Context
from sandbox.core.errors import NotEntitled
from sandbox.crm.news import KINDS, News
from sandbox.journal import record, use_case
from sandbox.journal.payloads.mailbox import NewsPublished, NewsRead


@use_case(emits=(NewsPublished,), refuses=(NotEntitled,))
def publish_news(
    ctx: Context,
    *,
    kind: str,
    title: str,
    text: str,
    from_on: date | None = None,
    prices: dict[str, int] | None = None,
    product: str = "",
    instead: str = "",
) -> News:
    """Put a piece of news in the feed (the company acts)."""
    if ctx.actor == LEARNER:
        raise NotEntitled
    news = News(
        at=ctx.now(),
        kind=kind if kind in KINDS else "other",
        title=title,
        text=text.strip(),
        from_on=from_on,
        prices=dict(prices or {}),
        product=product,
        instead=instead,
    )
    ctx.add(news)
    news.reference = f"ACT-{news.id:06d}"
    touched = tuple(sorted(news.prices)) or ((product,) if product else ())
    record(ctx, news.reference, NewsPublished(news.kind, touched, instead, from_on))
    return news


@use_case(minutes=1, emits=(NewsRead,))
def read_news(ctx: Context, news: News) -> News:
    """Read a piece of news; only the first time counts."""
    if news.read_at is None:
        news.read_at = ctx.now()
        record(ctx, news.reference, NewsRead(news.kind))
    return news
