"""What the solvency file refuses, or lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class FileOpen(DomainError):
    """One file at a time."""

    message = "Un dossier de solvabilité est déjà ouvert pour {customer} ({reference})."


class FileConcluded(DomainError):
    """A concluded file is not reopened: a new one is."""

    message = "Le dossier {reference} est conclu : ouvrez-en un autre."


class FileNotConcluded(DomainError):
    """The limit follows a conclusion."""

    message = "Concluez d'abord le dossier {reference}."


class LookedUpAlready(DomainError):
    """A source is read once a file."""

    message = "Cette source est déjà dans le dossier."


class NothingLookedUp(DomainError):
    """A conclusion rests on something."""

    message = "Consultez au moins une source avant de conclure."


class ConclusionUnexplained(DomainError):
    """A refusal or a limit is explained: a score alone decides nothing (GDPR art. 22)."""

    message = "Dites sur quoi repose votre conclusion : la note seule ne décide de rien."
    field = "reason"


class BadLimit(DomainError):
    """Credit has a limit."""

    message = "Indiquez le plafond que vous proposez."
    field = "limit"


class BadDeposit(DomainError):
    """A deposit is a part of the price."""

    message = "Un acompte va de 1 à 100 % de la commande."
    field = "deposit"


class LimitAboveGrid(Caution):
    """More than the house's grid says."""

    message = "La grille donne {suggested} : un plafond de {limit} demande de bonnes raisons."


class AlarmIgnored(Caution):
    """Credit to a firm that is struck off, insolvent, or sued by the State."""

    message = "Une source est alarmante ({source}) : accorder un crédit est risqué."


class LimitNotApproved(Caution):
    """The management decides on limits."""

    message = "Changer un plafond est une décision de la direction : il fallait son accord."
