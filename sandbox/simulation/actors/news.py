"""The company's news take effect on their day: prices, products that stop, what replaces them."""

from sandbox.core.calendar import opening
from sandbox.core.context import Context
from sandbox.crm.news import News
from sandbox.crm.services import publish_news
from sandbox.simulation.engine import happens, schedule
from sandbox.simulation.happening import NewsSheet
from sandbox.supply.models import Product
from sandbox.supply.services import change_price, stop_product

COMPANY = "news"


def publish(ctx: Context, sheet: NewsSheet) -> None:
    """Tell the news, and let what it says come true on its day."""
    news = publish_news(
        ctx.acting_as(COMPANY),
        kind=sheet.kind,
        title=sheet.title,
        text=sheet.text,
        from_on=sheet.from_on,
        prices=dict(sheet.prices),
        product=sheet.product,
        instead=sheet.instead,
    )
    later = sheet.from_on is not None and sheet.from_on > ctx.today()
    at = opening(sheet.from_on) if later and sheet.from_on else ctx.now()
    schedule(ctx, at, "news_come_true", news.reference)


@happens("news_come_true")
def come_true(ctx: Context, subject: str) -> None:
    """The run's catalogue changes; what was quoted before keeps its price."""
    news, company = ctx.find(News, subject), ctx.acting_as(COMPANY)
    for reference, price in sorted(news.prices.items()):
        change_price(company, ctx.find(Product, reference), price=price)
    if news.kind == "discontinued":
        stop_product(company, ctx.find(Product, news.product), instead=news.instead)
    elif news.kind == "greener":
        ctx.find(Product, news.product).instead = news.instead
    news.applied_at = ctx.now()
