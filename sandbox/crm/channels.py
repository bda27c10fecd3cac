"""The channel of each service: what was said with it, in order."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sandbox.crm.models import Message

SHOWN = 50


def talk_with(session: Session, run_id: int, post: str, about: str) -> Sequence[Message]:
    """What was said with a service, in order, about a case if one is named."""
    query = select(Message).where(
        Message.run_id == run_id, or_(Message.to_key == post, Message.sender_key == post)
    )
    if about:
        query = query.where(Message.about == about)
    latest = session.scalars(query.order_by(Message.at.desc(), Message.id.desc()).limit(SHOWN))
    return list(latest)[::-1]
