"""A letter of our own, as it goes by post."""

from dataclasses import dataclass
from typing import ClassVar

from sandbox.documents.base import Snapshot


@dataclass(frozen=True, kw_only=True)
class Letter(Snapshot):
    """Courrier simple ou recommandé: `tracking` is the number of a registered one."""

    kind: ClassVar[str] = "letter"
    subject: str
    paragraphs: tuple[str, ...]
    tracking: str = ""
