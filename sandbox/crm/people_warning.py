"""Saying, before or as it is done, that a channel does not suit somebody."""

from sqlalchemy.orm import Session

from sandbox.core.context import Context
from sandbox.crm.people import Need, unfit_for
from sandbox.crm.people_errors import ChannelUnfit
from sandbox.crm.people_labels import NEEDS


def channel_notes(session: Session, run_id: int, key: str, channel: str) -> list[str]:
    """Sentences about the people behind a key whom this channel does not suit."""
    return [
        f"{person.name} : {NEEDS[Need(person.need)].lower()}."
        for person in unfit_for(session, run_id, key, channel)
    ]


def warn_of_channel(ctx: Context, key: str, channel: str) -> None:
    """Warn, once, when a channel does not suit somebody at the customer's."""
    for person in unfit_for(ctx.session, ctx.run.id, key, channel)[:1]:
        ctx.caution(ChannelUnfit(name=person.name, need=NEEDS[Need(person.need)].lower()))
