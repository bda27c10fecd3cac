"""What the actors of a run know, and the words they use."""

from string import Formatter

from sqlalchemy.orm import Session

from sandbox.core import chance
from sandbox.core.codec import decode
from sandbox.core.context import Context
from sandbox.core.run import SettingVersion
from sandbox.simulation.characters import CustomerCharacter, PostCharacter, SupplierCharacter
from sandbox.simulation.story import Dialogue, Scene

# What a dialogue may name between braces.
FIELDS = frozenset(
    {"company", "contact", "customer", "supplier", "reference", "quote", "order", "invoice"}
    | {"amount", "date", "lines", "product", "quantity", "status", "reason", "deputy"}
)
# Occasions on which the actors speak; every one must be written in the dialogue files.
OCCASIONS = frozenset(
    {
        "customer.hesitates",
        "customer.orders",
        "customer.declines",
        "customer.declines_timing",
        "customer.declines_competitor",
        "customer.declines_stopped",
        "customer.agrees",
        "customer.insists",
        "customer.accepts_offer",
        "customer.declines_offer",
        "customer.counters",
        "customer.counters_offer",
        "customer.agrees_date",
        "customer.declines_date",
        "customer.refuses_invoice",
        "customer.questions_invoice",
        "customer.agrees_statement",
        "customer.contests_statement",
        "supplier.acknowledges",
        "supplier.answers",
        "supplier.late",
        "supplier.settles_delivery",
        "supplier.settles_credit",
        "supplier.settles_refused",
        "supplier.date_gained",
        "supplier.date_stands",
        "supplier.grants",
        "supplier.counters",
        "supplier.stands",
        "provider.takes_case",
        "provider.asks_papers",
        "post.grants",
        "post.refuses",
        "post.asks_more",
        "post.hears",
        "post.redirects",
        "post.is_away",
        "post.is_away_deputy",
        "post.counted",
    }
)

_scenes: dict[str, Scene | None] = {}


def scene_of(session: Session, digest: str) -> Scene | None:
    """The scene frozen under a digest, decoded once per process; None where nobody acts."""
    if digest not in _scenes:
        content = session.get_one(SettingVersion, digest).content.get("scene")
        _scenes[digest] = None if content is None else decode(Scene, content)
    return _scenes[digest]


def scene(ctx: Context) -> Scene | None:
    """The scene of this run."""
    return scene_of(ctx.session, ctx.run.digest)


def customer_character(ctx: Context, reference: str) -> CustomerCharacter:
    """How this customer behaves."""
    found = scene(ctx)
    return (found and found.characters.customers.get(reference)) or CustomerCharacter()


def supplier_character(ctx: Context, reference: str) -> SupplierCharacter:
    """How this supplier behaves."""
    found = scene(ctx)
    return (found and found.characters.suppliers.get(reference)) or SupplierCharacter()


def post_character(ctx: Context, post: str) -> PostCharacter:
    """How this colleague decides."""
    found = scene(ctx)
    return (found and found.characters.posts.get(post)) or PostCharacter()


def between(ctx: Context, bounds: tuple[int, int], actor: str, purpose: str, subject: str) -> int:
    """A number between two, both possible, drawn for this actor, purpose and subject alone."""
    low, high = bounds
    return chance.between(low, max(low, high), ctx.run.seed, actor, purpose, subject)


def words(ctx: Context, occasion: str, actor: str, subject: str, **said: str) -> tuple[str, str]:
    """Subject and body of what an actor writes on an occasion."""
    found = scene(ctx)
    dialogue = found.dialogues[occasion] if found else Dialogue(occasion, ("",))
    variant = chance.pick(
        [str(n) for n in range(len(dialogue.variants))], ctx.run.seed, actor, occasion, subject
    )
    values = dict.fromkeys(FIELDS, "") | {"company": ctx.setting.company.name} | said
    body = dialogue.variants[int(variant)].format_map(values)
    return dialogue.subject.format_map(values).strip(), body.strip()


def fields_named(text: str) -> set[str]:
    """Names between braces; raises ValueError when a brace is left open."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
