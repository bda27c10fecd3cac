"""Verbs of the mailbox's order: copies, papers joined, folders, labels, drafts, receipts."""

from dataclasses import dataclass
from datetime import date

from sandbox.journal.payloads.base import Payload


@dataclass(frozen=True)
class MessageCopied(Payload, verb="message.copied"):
    """A message to ``to`` went to others too: keys of those outside, posts of colleagues."""

    to: str
    copies: tuple[str, ...]
    about: str | None


@dataclass(frozen=True)
class DocumentsAttached(Payload, verb="message.attached"):
    """Papers of the archive, by number, were joined to a message to ``to``."""

    to: str
    documents: tuple[str, ...]
    about: str | None


@dataclass(frozen=True)
class ReceiptAsked(Payload, verb="message.receipt_asked"):
    """A message asks to be told when it is opened."""

    to: str
    customer: str | None
    about: str | None


@dataclass(frozen=True)
class ReceiptReturned(Payload, verb="message.receipt_returned"):
    """Whoever was written to has opened the message."""

    other: str
    customer: str | None
    about: str | None


@dataclass(frozen=True)
class MessageMoved(Payload, verb="message.moved"):
    """A message changed folder; ``unread`` if nobody had opened it."""

    left: str
    folder: str
    unread: bool
    customer: str | None


@dataclass(frozen=True)
class MessageLabelled(Payload, verb="message.labelled"):
    """A message bears these labels, and no other."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class MessageFlagged(Payload, verb="message.flagged"):
    """A message is marked as one to come back to, or no longer."""

    flagged: bool


@dataclass(frozen=True)
class DraftKept(Payload, verb="draft.kept"):
    """A message was left unfinished: to whom, about what, how many words so far."""

    to: str
    topic: str
    about: str | None
    words: int


@dataclass(frozen=True)
class DraftDropped(Payload, verb="draft.dropped"):
    """A draft was given up."""

    to: str
    about: str | None


@dataclass(frozen=True)
class TemplateUsed(Payload, verb="message.template_used"):
    """A message to ``to`` was written from one of the company's templates."""

    template: str
    to: str
    topic: str


@dataclass(frozen=True)
class MailMerged(Payload, verb="mail.merged"):
    """The same letter went to several customers, each filled with their own data.

    ``left_out`` names those who were ticked, and whom the law forbids to prospect.
    """

    template: str
    customers: tuple[str, ...]
    topic: str
    fields: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfferAnswered(Payload, verb="offer.answered"):
    """An offer of ours (« discount:500 ») was agreed, countered or refused, at this turn from 1.

    ``asked`` is what the other would settle for, in the unit of the offer.
    """

    other: str
    customer: str | None
    about: str | None
    offer: str
    outcome: str
    asked: int | None
    turn: int


@dataclass(frozen=True)
class LetterPosted(Payload, verb="letter.posted"):
    """A letter went to the post: cost in cents, number of a registered one."""

    to: str
    registered: bool
    customer: str | None
    about: str | None
    cost: int
    tracking: str


@dataclass(frozen=True)
class LetterReturned(Payload, verb="letter.returned"):
    """A receipt came back signed, or the letter itself, unclaimed; the presentation counts."""

    to: str
    customer: str | None
    about: str | None
    outcome: str
    presented_on: date
    signed_on: date | None


@dataclass(frozen=True)
class SuspicionReported(Payload, verb="suspicion.reported"):
    """A message was reported as a fraud; ``founded`` if it was one."""

    sender: str
    topic: str
    customer: str | None
    founded: bool
    words: int


@dataclass(frozen=True)
class LinkFollowed(Payload, verb="link.followed"):
    """The link of a message was clicked on; ``fraudulent`` if it was a trap."""

    sender: str
    topic: str
    fraudulent: bool


@dataclass(frozen=True)
class HandoverWritten(Payload, verb="handover.written"):
    """The desk was handed over to ``post``: cases, how many with a next act, those left out."""

    post: str
    cases: tuple[str, ...]
    with_next_act: int
    forgotten: tuple[str, ...]
    words: int
    cautions: tuple[str, ...] = ()


@dataclass(frozen=True)
class NewsPublished(Payload, verb="news.published"):
    """The company told something that changes, for these products, from a day on."""

    kind: str
    products: tuple[str, ...]
    instead: str
    from_on: date | None


@dataclass(frozen=True)
class NewsRead(Payload, verb="news.read"):
    """A piece of news was read for the first time."""

    kind: str


@dataclass(frozen=True)
class PriceChanged(Payload, verb="catalogue.price_changed"):
    """A list price changed; ten-thousandths of a euro. Quotes already drawn up keep theirs."""

    product: str
    old: int
    new: int


@dataclass(frozen=True)
class ProductStopped(Payload, verb="catalogue.product_stopped"):
    """A product is bought no more: what is left is sold, then ``instead``."""

    product: str
    instead: str
