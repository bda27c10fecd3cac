"""The archive as a file."""

from collections.abc import Sequence
from datetime import date

from sandbox.core.listing import ANY_TEXT, EVERY_PAGE, Grouping, Listing, Wanted, by_month, by_words
from sandbox.documents.filing.models import ArchiveItem
from sandbox.documents.filing.plan import label
from sandbox.documents.filing.queries import Search, search


def archive(wanted: Wanted) -> Sequence[ArchiveItem]:
    """Papers found."""
    days = {name: _day(text) for name, text in wanted.said("du", "au").items()}
    asked = Search(
        **wanted.said("q", "kind", "folder", "state"),
        since=days["du"],
        until=days["au"],
        today=wanted.run.clock.date(),
    )
    return search(wanted.session, wanted.run.id, asked, EVERY_PAGE).rows


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _state(item: ArchiveItem) -> str:
    if item.destroyed_at:
        return "Détruit"
    return "Classé" if item.filed_at else "À classer"


LISTINGS = {
    "classement": Listing(
        "Classement",
        (
            ("Numéro", lambda i: i.number),
            ("Type", lambda i: label(i.kind)),
            ("Partenaire", lambda i: i.partner_name),
            ("Affaire", lambda i: i.about),
            ("Date", lambda i: i.dated),
            ("Dossier", lambda i: i.folder),
            ("Nom", lambda i: i.name),
            ("À garder jusqu’au", lambda i: i.keep_until),
            ("État", _state),
        ),
        archive,
        screen="documents.archive",
        asks={
            "q": ANY_TEXT,
            "kind": ANY_TEXT,
            "folder": ANY_TEXT,
            "state": {"to_file", "expired", "destroyed"},
            "du": ANY_TEXT,
            "au": ANY_TEXT,
        },
        groupings={
            "type": Grouping("Type", by_words(lambda i: label(i.kind))),
            "partenaire": Grouping("Partenaire", by_words(lambda i: i.partner_name)),
            "mois": Grouping("Mois", by_month(lambda i: i.dated)),
            "etat": Grouping("État", by_words(_state)),
        },
    ),
}
