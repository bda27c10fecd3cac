"""What a litigation file refuses, or lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class AlreadyHanded(DomainError):
    """One pair of hands at a time."""

    message = "{invoice} est déjà confiée à {recipient} ({reference})."


class NobodyThere(DomainError):
    """The company has no such service, or no such provider."""

    field = "recipient"
    message = "L'entreprise n'a pas de destinataire de ce genre : choisissez-en un autre."


class NoFormalNotice(DomainError):
    """Without one, nobody can act: neither an agency nor a judge."""

    message = (
        "{invoice} n'a pas été mise en demeure : sans mise en demeure, personne ne peut engager "
        "de recouvrement. Envoyez-la d'abord."
    )


class PieceNotHeld(DomainError):
    """One joins what one has."""

    field = "pieces"
    message = "Cette pièce n'est pas au dossier : {piece}. Procurez-vous-la avant de la joindre."


class NothingAsked(DomainError):
    """Only what the recipient asked for completes a file."""

    field = "pieces"
    message = "Cochez au moins une pièce demandée pour compléter {reference}."


class AlreadyReported(DomainError):
    """The file is closed."""

    message = "Le dossier {reference} a déjà son compte rendu."


class NotTakenYet(DomainError):
    """Nobody reports on a file that was not taken."""

    message = "Le dossier {reference} n'est pas encore pris en charge."


class StillCollectable(DomainError):
    """A loss is proposed once everything was tried, and something is still owed."""

    message = (
        "{reference} : la perte se propose quand le compte rendu dit la créance irrécouvrable et "
        "qu'il reste une somme due."
    )


class AlreadyWrittenOff(DomainError):
    """A loss is proposed once."""

    message = "La perte de {reference} est déjà proposée à la comptabilité."


class GroundMissing(DomainError):
    """Accounting wants to know why (CGI 272-1 asks for the proof)."""

    field = "ground"
    message = "Dites sur quoi repose l'irrécouvrabilité : compte rendu, certificat, jugement."


class FileIncomplete(Caution):
    """The recipient will ask for what is missing, and days will be lost."""

    message = "Il manque au dossier : {missing}. Le destinataire le demandera avant d'agir."


class NoticeRunning(Caution):
    """The formal notice left some days to pay."""

    message = "La mise en demeure laisse jusqu'au {until:%d/%m/%Y} pour payer : attendez ce jour."


class LitigationNotApproved(Caution):
    """Whoever decides on formal notices and courts decides on this."""

    message = "Confier une créance à un tiers ou au contentieux demande l'accord de : {post}."


class TooMuchForSmallClaim(Caution):
    """Above the ceiling, a commissaire de justice needs a judge's order first."""

    message = (
        "Au-delà de {most}, le commissaire de justice ne peut recouvrer sans juge (CPCE R125-1) : "
        "il lui faudra une injonction de payer."
    )


class TimeBarred(Caution):
    """The time to act is over."""

    message = "{invoice} est prescrite depuis le {until:%d/%m/%Y} : le débiteur peut l'opposer."


class InLitigation(Caution):
    """Two voices that claim the same debt spoil the work of both."""

    message = "{reference} est entre les mains de {recipient} ({file}) : ne relancez plus."
