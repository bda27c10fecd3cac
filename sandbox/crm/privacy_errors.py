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

    message = "Un consentement se prouve : dites quand et comment il a été donné."
    field = "proof"


class NoConsent(DomainError):
    """Nothing to withdraw."""

    message = "Aucun accord de prospection n'est noté pour ce canal."


class AnsweredLate(Caution):
    """The month is over (GDPR art. 12-3)."""

    message = "La réponse était due le {answer_by:%d/%m/%Y} : elle part en retard."


class ObjectionIgnored(Caution):
    """Prospecting somebody who objected is unlawful (GDPR art. 21-3)."""

    message = "{name} s'est opposé à la prospection : ce message ne devait pas lui être adressé."


class ConsumerConsentMissing(Caution):
    """A private person is prospected by mail with their consent alone (CPCE L34-5)."""

    message = "{name} est un particulier sans accord noté : pas de prospection par courriel."


class SensitiveWords(Caution):
    """Health, beliefs, insults: what a customer's file does not hold (GDPR art. 5 and 9)."""

    message = (
        "« {words} » : une note reste objective, comme si la personne la lisait. Écrivez le besoin "
        "ou le fait, jamais la santé, les opinions ni un jugement."
    )
