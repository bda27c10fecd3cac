"""What every snapshot of a document holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Literal

from sandbox.core.codec import encode
from sandbox.documents.parts import Address, Party

Language = Literal["fr", "en"]


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """What every document shows; `mentions` are the legal sentences, one paragraph each.

    `language` is that of our own words; names, labels and mentions print as they are given.
    """

    kind: ClassVar[str]
    reference: str
    issued_on: date
    seller: Party
    customer: Party
    mentions: tuple[str, ...] = ()
    delivery_address: Address | None = None
    handled_by: str = ""
    accent: str = "#1f4e79"
    language: Language = "fr"

    @property
    def printed_mentions(self) -> tuple[str, ...]:
        """The sentences to print, in order."""
        return self.mentions

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values: dates in ISO form, amounts as integers."""
        return {"kind": self.kind, **encode(self)}


@dataclass(frozen=True, kw_only=True)
class FrenchSnapshot(Snapshot):
    """A document under French law alone, or read in our own house: always in French."""

    language: Literal["fr"] = "fr"
