"""What data protection refuses, or lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class ReceivedLater(DomainError):
    """A request has been received already."""

    message = "La demande ne peut pas avoir été reçue après aujourd'hui."
    field = "received_on"


class RequestClosed(DomainError):
    """A request is answered once."""

    message = "La demande {reference} a déjà sa réponse."


class ExtendedAlready(DomainError):
    """Two months more, once, told within the first month (GDPR art. 12-3)."""

    message = "Le délai de la demande {reference} ne peut plus être prolongé."


class ExtensionUnexplained(DomainError):
    """The person is told why."""

    message = "Dites à la personne pourquoi sa demande prend plus de temps."
    field = "reason"


class ConsentUnproved(DomainError):
    """A consent that nobody can prove is none (GDPR art. 7-1)."""

    message = "Un accord se prouve : dites où il se lit (case cochée, courriel, bon signé)."
    field = "proof"


class ChosenInTheFuture(DomainError):
    """A choice was made, at the latest, today."""

    message = "Cette date n'est pas encore arrivée dans l'entreprise."
    field = "chosen_on"


class NobodyLeft(DomainError):
    """Nobody among those chosen may be prospected."""

    message = (
        "Personne à qui écrire : ceux que vous avez cochés s'y opposent, ou n'ont rien accepté."
    )
    field = "customers"


class NoConsent(DomainError):
    """Nothing to withdraw."""

    message = "Aucun accord de prospection n'est noté par cette voie : il n'y a rien à retirer."
    field = "choice"


class NotAProspect(DomainError):
    """A customer's record follows the relation, not the three years of prospects."""

    message = "{customer} a déjà commandé : sa fiche suit la relation et les durées comptables."


class UnknownLastContact(DomainError):
    """The period has no beginning."""

    message = "Le dernier contact de {customer} n'est pas noté : le délai ne peut pas se compter."


class StillThere(DomainError):
    """Somebody's details are of use while they work there."""

    message = "{name} travaille encore là : notez d'abord son départ, ou traitez sa demande."


class RequestUnderWay(DomainError):
    """Erasing what somebody asks to see would be to hide it (GDPR art. 12 and 15)."""

    message = "La demande {reference} attend sa réponse : répondez d'abord, effacez ensuite."


class ErasedTooEarly(Caution):
    """The period is not over: an affair may still come of it."""

    message = (
        "Le dernier contact date du {since:%d/%m/%Y} : le délai court jusqu'au {due_on:%d/%m/%Y}, "
        "rien n'obligeait à effacer."
    )


class AnsweredLate(Caution):
    """The month is over (GDPR art. 12-3)."""

    message = "La réponse était due le {answer_by:%d/%m/%Y} : elle part en retard."


class NothingCorrected(Caution):
    """The answer says that it is done (GDPR art. 16)."""

    message = (
        "Rien n'a changé sur la fiche depuis la demande {reference} : corrigez d'abord, la réponse "
        "dit que c'est fait."
    )


class ObjectionIgnored(Caution):
    """Somebody asked not to be prospected: it stops at once (GDPR art. 21-3)."""

    message = (
        "{who} s'est opposé à la prospection le {since:%d/%m/%Y} : la loi interdit de continuer "
        "(RGPD, art. 21)."
    )


class ConsumerConsentMissing(Caution):
    """A consumer is prospected with their prior consent (CPCE L34-5, C. conso. L223-1)."""

    message = (
        "{who} est un particulier sans accord noté : il le faut avant de le démarcher de cette "
        "façon."
    )


class OutsideCallHours(Caution):
    """Consumers are prospected by telephone in the hours of the law only (C. conso. D223-9)."""

    message = (
        "{who} est un particulier : le démarcher par téléphone n’est permis que du lundi au "
        "vendredi, de 10 h à 13 h et de 14 h à 20 h, jamais un jour férié."
    )


class SensitiveWords(Caution):
    """Health, beliefs, insults: what a customer's file does not hold (GDPR art. 5 and 9)."""

    message = (
        "« {words} » : une note reste objective, comme si la personne la lisait. Écrivez le besoin "
        "ou le fait, jamais la santé, les opinions ni un jugement."
    )
