"""Issued documents: the frozen snapshot, and the file made from it once."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from sandbox.core.orm import Base, InRun


class StoredDocument(InRun, Base):
    """What a document said when it was issued; ``content`` is the PDF, once rendered."""

    __tablename__ = "stored_document"
    __table_args__ = (Index(None, "run_id", "reference"),)

    copied = False

    kind: Mapped[str]
    reference: Mapped[str]
    issued_at: Mapped[datetime]
    snapshot: Mapped[dict[str, Any]] = mapped_column(JSON)
    sha256: Mapped[str] = mapped_column(String(64), default="")
    content: Mapped[bytes | None] = mapped_column(LargeBinary)
