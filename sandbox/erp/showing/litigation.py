"""Debts in other hands on the screen: the papers, the roads in law and their days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sandbox.core.deadlines import court_order, limitation
from sandbox.core.litigation import (
    ESSENTIAL,
    SMALL_CLAIM,
    small_claim_allowed,
    small_claim_answer_by,
)
from sandbox.core.money import format_euros
from sandbox.erp.collection import Claim
from sandbox.erp.labels import PIECES
from sandbox.erp.queries.litigation import Paper, Piece

# Above it, one is represented by a lawyer (CPC 761, 853).
LAWYER_FROM = 1_000_000


@dataclass(frozen=True)
class PieceView:
    """A line of the file: what it is, the papers in words, whether it may be and is joined."""

    kind: str
    label: str
    papers: str
    held: bool
    essential: bool
    joined: bool


@dataclass(frozen=True)
class LegalRoad:
    """A way to recover a debt: when, how, its days today; closed when the law bars it."""

    label: str
    when: str
    how: str
    days: str
    source: str
    open: bool = True


def papers_in_words(papers: Iterable[Paper]) -> str:
    """Names and days of papers, one after the other."""
    return ", ".join(f"{name} ({on:%d/%m/%Y})" if on else name for name, on in papers)


def piece_views(pieces: Iterable[Piece], joined: Iterable[str]) -> list[PieceView]:
    """Every line of a file."""
    chosen = set(joined)
    return [
        PieceView(
            kind=piece.kind.value,
            label=PIECES[piece.kind],
            papers=papers_in_words(piece.papers),
            held=piece.held,
            essential=piece.essential,
            joined=piece.kind in chosen,
        )
        for piece in pieces
    ]


def missing_in_words(kinds: Iterable[str]) -> str:
    """Names of papers that lack."""
    return ", ".join(PIECES[kind].lower() for kind in kinds)


def count_joined(views: Iterable[PieceView]) -> str:
    """How many of the papers that prove are joined: « 5 pièces sur 7 »."""
    found = sum(view.joined and view.essential for view in views)
    return f"{found} pièce{'s' if found > 1 else ''} sur {len(ESSENTIAL)}"


def until(due: date, *, business: bool) -> str:
    """Last day to act, and the article that says so."""
    last = limitation(due, consumer=not business)
    source = "C. com. L110-4, cinq ans" if business else "C. conso. L218-2, deux ans"
    return f"{last:%d/%m/%Y} ({source})"


def roads(owed: Claim, today: date, *, business: bool) -> list[LegalRoad]:
    """The ways to recover a debt, the lightest first, with the days that count from today."""
    dates = court_order(today, today)
    court = "tribunal de commerce" if business else "tribunal judiciaire"
    small = small_claim_allowed(owed.balance, owed.penalties)
    return [
        LegalRoad(
            "Recouvrement amiable par un cabinet",
            "Toute créance échue ; le débiteur n’est pas contraint.",
            "Mandat écrit, lettre du cabinet, appels. Sans titre exécutoire, ses frais restent à "
            "notre charge.",
            "Aucun délai légal : la prescription continue de courir.",
            "CPCE L111-8, R124-1 à R124-7",
        ),
        LegalRoad(
            "Procédure simplifiée du commissaire de justice",
            f"Créance contractuelle de {format_euros(SMALL_CLAIM)} au plus, intérêts compris.",
            "Il écrit au débiteur ; si celui-ci accepte, il délivre un titre exécutoire sans juge. "
            "Un refus ou un mois de silence y met fin.",
            f"Lettre partie aujourd’hui : réponse attendue jusqu’au "
            f"{small_claim_answer_by(today):%d/%m/%Y}.",
            "CPCE L125-1, R125-1 à R125-8",
            open=small,
        ),
        LegalRoad(
            "Injonction de payer",
            "Créance contractuelle, d’un montant certain, sans contestation sérieuse.",
            f"Requête et pièces au président du {court} du domicile du débiteur, sans audience. "
            "L’ordonnance est signifiée, le débiteur peut faire opposition.",
            f"Ordonnance de ce jour : à signifier jusqu’au {dates.serve_by:%d/%m/%Y}. Signifiée ce "
            f"jour : opposition jusqu’au {dates.oppose_by:%d/%m/%Y}, exécutoire le "
            f"{dates.enforceable_on:%d/%m/%Y} sans opposition.",
            "CPC 1405 à 1424, décret 2026-96",
        ),
        LegalRoad(
            "Référé-provision",
            "Créance qui n’est pas sérieusement contestable, quand le temps presse.",
            "Assignation devant le juge des référés, qui accorde une provision.",
            "Audience à la date donnée par le greffe.",
            "CPC 873 al. 2" if business else "CPC 835 al. 2",
        ),
        LegalRoad(
            "Assignation au fond",
            "Créance contestée : le juge tranche.",
            f"Avocat obligatoire au-dessus de {format_euros(LAWYER_FROM)} ; procédure longue et "
            "coûteuse.",
            "Elle interrompt la prescription (C. civ. 2241).",
            "CPC 853" if business else "CPC 761",
        ),
    ]
