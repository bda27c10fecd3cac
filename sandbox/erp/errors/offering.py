"""What the terms and the versions of a quote refuse."""

from sandbox.core.errors import Caution, DomainError


class BadDeposit(DomainError):
    """A sum asked in advance that is nothing, or more than the total."""

    message = (
        "Acompte ou arrhes : choisissez lequel, et indiquez un pourcentage ou un montant, "
        "plus que zéro et pas plus que le total TTC."
    )
    field = "deposit"


class BadEarlyPayment(DomainError):
    """An escompte without its rate or without its delay."""

    message = "L'escompte se donne avec son taux (moins de 100 %) et son délai en jours."
    field = "early_payment"


class BadOverallDiscount(DomainError):
    """A discount on the whole document that leaves nothing, or adds."""

    message = "La remise globale va de 0 à moins de 100 %."
    field = "overall_discount"


class NoFirmLine(DomainError):
    """Options alone offer nothing: there is nothing to choose them with."""

    message = "Le devis {reference} n'a que des options : gardez au moins une ligne ferme."


class NotAnOption(DomainError):
    """The customer takes an option that the quote does not have."""

    message = "La ligne {line} du devis {reference} n'est pas une option."


class RefusalUntold(DomainError):
    """« Other » says nothing by itself."""

    message = "Dites en quelques mots pourquoi le client refuse."
    field = "words"


class StillADraft(DomainError):
    """A draft is changed: it needs no version."""

    message = "Le devis {reference} n'est pas parti : modifiez le brouillon."


class AcceptedQuote(DomainError):
    """The contract is formed (C. civ. 1113): an offer does not replace it."""

    message = "Le devis {reference} est accepté : le contrat est formé, il n'y a plus de version."


class ReplacedQuote(DomainError):
    """A later version has taken its place."""

    message = "Le devis {reference} est remplacé : partez de sa dernière version."


class VersionUnderWay(DomainError):
    """Its next version is being drawn up already."""

    message = "Une nouvelle version du devis {reference} est déjà en préparation : {draft}."


class MarginBelowFloor(Caution):
    """An offer that earns less than the procedure asks, or that sells at a loss (L442-5)."""

    message = (
        "Taux de marque de {rate}, sous le plancher de la procédure ({floor}). "
        "Revendre à perte est interdit (C. com., art. L442-5)."
    )
