"""What the archive refuses, and what it lets pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class UnknownFolder(DomainError):
    """No such folder in the filing plan."""

    message = "Le plan de classement n'a pas de dossier « {folder} »."
    field = "folder"


class NoName(DomainError):
    """A paper is filed under a name."""

    message = "Donnez un nom au document, selon la règle de nommage."
    field = "name"


class NoRecipient(DomainError):
    """A paper is sent to somebody."""

    message = "Choisissez au moins un destinataire."
    field = "recipients"


class UnknownRecipient(DomainError):
    """Neither a post of the company nor a partner of the paper."""

    message = "« {recipient} » n'est ni un poste de l'entreprise ni un partenaire de ce document."
    field = "recipients"


class AlreadyDestroyed(DomainError):
    """The paper is no more."""

    message = "Le document {document} a été détruit."


class TooEarlyToDestroy(DomainError):
    """The law says how long a paper is kept (C. com. L123-22, LPF L102 B)."""

    message = "Le document {document} se conserve jusqu'au {keep_until} : il ne peut être détruit."


class TooManyRecipients(Caution):
    """Telling everybody is telling nobody."""

    message = (
        "{needless} destinataires n'en ont pas besoin : ne prévenez que ceux que cela concerne."
    )
