"""What the proceedings of an insolvent customer refuse, or let pass with a warning."""

from sandbox.core.errors import Caution, DomainError


class AlreadyInsolvent(DomainError):
    """One proceedings at a time."""

    message = "{customer} est déjà en procédure collective ({reference})."


class AlreadyNoted(DomainError):
    """The record says it already."""

    message = "La procédure {reference} est déjà notée sur la fiche."


class AlreadyDeclared(DomainError):
    """A debt is declared once."""

    message = "La créance est déjà déclarée ({reference})."


class NothingToDeclare(DomainError):
    """Only what is owed for what was supplied before the judgment is declared."""

    message = "{customer} ne doit rien d'avant le jugement : il n'y a rien à déclarer."


class ClaimTooLate(Caution):
    """The two months are over (C. com. R622-24)."""

    message = (
        "Le délai de deux mois est passé depuis le {last_day:%d/%m/%Y} : il faudra demander au "
        "juge un relevé de forclusion, avant le {relief:%d/%m/%Y}."
    )


class ClaimNotProved(Caution):
    """A declaration must leave a proof of its date."""

    message = "Sans recommandé avec avis de réception, la date de la déclaration se prouve mal."


class ClaimNotApproved(Caution):
    """The management decides on what goes to court."""

    message = "La déclaration de créance est une décision de la direction : il fallait son accord."


class CustomerInsolvent(Caution):
    """Earlier debts are frozen: they may not be paid, nor asked for (C. com. L622-7, L622-21)."""

    message = (
        "{customer} est en procédure collective depuis le {judged_on:%d/%m/%Y} : ce qui est dû "
        "d'avant ne peut plus être réclamé, cela se déclare au mandataire."
    )


class CreditToInsolvent(Caution):
    """New orders are paid at once: our new debt would be at risk (C. com. L622-17)."""

    message = (
        "{customer} est en procédure collective : une commande nouvelle se paie à la commande, ou "
        "avec l'accord de l'administrateur."
    )
