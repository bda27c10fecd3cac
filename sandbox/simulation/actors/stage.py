"""What an author wrote comes about: messages, orders, money, delays, calls, incidents."""

from typing import Any

from sandbox.core.context import Context
from sandbox.core.errors import NotFound
from sandbox.crm.models import Customer
from sandbox.crm.services import receive_message
from sandbox.erp.services.lines import LineDraft
from sandbox.simulation.actors.archives import bring_papers
from sandbox.simulation.actors.bank import credit
from sandbox.simulation.actors.news import publish
from sandbox.simulation.actors.placing import place_order
from sandbox.simulation.actors.speaking import contact_of, customer_key, signature, supplier_key
from sandbox.simulation.actors.supplier import promise_date
from sandbox.simulation.engine import schedule
from sandbox.simulation.happening import Happening, LineSheet, MessageSheet, OrderSheet
from sandbox.simulation.regard import feel
from sandbox.supply.models import Carrier, PurchaseOrder, Supplier

NEWS = "news"
STRANGER = "stranger:"
NEWS_NAME = "Actualités de l'entreprise"


def come_about(ctx: Context, happening: Happening, facts: dict[str, str] | None = None) -> None:
    """Everything that a happening says, in order; ``facts`` are what it is about."""
    if happening.message:
        deliver(ctx, happening.message)
    if happening.order:
        order_lands(ctx, happening.order)
    if happening.credit:
        sheet = happening.credit
        payer = ctx.find(Customer, sheet.customer) if sheet.customer else None
        credit(ctx, payer, sheet.amount, sheet.label, sheet.payer)
    if happening.delay:
        late = ctx.find(PurchaseOrder, happening.delay.purchase)
        promise_date(ctx, late, happening.delay.confirmed_on, "late")
    _further(ctx, happening, facts or {})


def _further(ctx: Context, happening: Happening, facts: dict[str, str]) -> None:
    """What others see to: old papers, the news, the telephone, the incidents, the regards."""
    if happening.news:
        publish(ctx, happening.news)
    if happening.papers:
        bring_papers(ctx.acting_as("world"), happening.papers)
    if happening.call:
        sheet = happening.call
        said = {"dialogue": sheet.dialogue, "about": sheet.about, "facts": facts}
        schedule(ctx, ctx.now(), "somebody_rings", sheet.caller, **said)
    if happening.incident:
        params = happening.incident.params
        schedule(ctx, ctx.now(), "incident_follows_on", happening.incident.incident, params=params)
    for customer, change in happening.loyalty.items():
        feel(ctx, customer_key(customer), change)


def order_lands(ctx: Context, sheet: OrderSheet) -> None:
    """An order without a quote of ours."""
    lines = [_draft(line) for line in sheet.lines]
    customer = ctx.find(Customer, sheet.customer)
    said: dict[str, Any] = {"number": sheet.reference, "requested_on": sheet.requested_on}
    place_order(ctx, customer, lines, channel=sheet.channel, **said)


def _draft(line: LineSheet) -> LineDraft:
    return LineDraft(line.product, line.quantity, line.discount, line.unit_price)


def deliver(ctx: Context, sheet: MessageSheet) -> None:
    """A message lands in the mailbox."""
    key, name, family = sender_of(ctx, sheet.sender)
    named = sheet.customer or (sheet.sender if family == "client" else None)
    receive_message(
        ctx.acting_as(key),
        sender=key,
        sender_name=name,
        family=family,
        topic=sheet.topic,
        subject=sheet.subject,
        body=sheet.body.strip(),
        channel=sheet.channel,
        customer=ctx.find(Customer, named) if named else None,
        about=sheet.about,
        language=sheet.language,
        link=sheet.link,
        fraudulent=sheet.fraudulent,
    )


def sender_of(ctx: Context, sender: str) -> tuple[str, str, str]:
    """Key in the journal, name at the foot of the mail, drawer of the mailbox; raises NotFound."""
    colleague = ctx.setting.colleague(sender)
    if colleague is not None:
        return sender, f"{colleague.name}, {colleague.title}", "interne"
    if sender.startswith(STRANGER):
        return "stranger", sender.removeprefix(STRANGER).strip(), "inconnu"
    if sender == NEWS:
        return NEWS, NEWS_NAME, "interne"
    if sender.startswith("CLI-"):
        customer = ctx.find(Customer, sender)
        name = signature(contact_of(ctx, customer), customer.name)
        return customer_key(sender), name, "client"
    if sender.startswith("FOU-"):
        return supplier_key(sender), ctx.find(Supplier, sender).name, "fournisseur"
    if sender.startswith("TRA-"):
        return f"carrier:{sender}", ctx.find(Carrier, sender).name, "logistique"
    raise NotFound(kind="L'expéditeur", reference=sender)
