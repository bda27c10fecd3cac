"""What an early payment discount refuses."""

from sandbox.core.errors import DomainError


class NoEarlyPayment(DomainError):
    """Nothing was agreed."""

    message = (
        "Aucun escompte n'est convenu pour {reference} : ce que le client a retenu reste dû, ou "
        "devient un geste commercial."
    )


class PaidTooLate(DomainError):
    """The days of the discount were over."""

    message = (
        "L'escompte courait jusqu'au {last:%d/%m/%Y} et l'argent est arrivé le {came:%d/%m/%Y} : "
        "le reste est dû."
    )


class NotTheirDeduction(DomainError):
    """The customer deducts something else than what was agreed."""

    message = (
        "Avec l'escompte, il faudrait {asked} pour solder {reference}, et il reste {paid} sur le "
        "règlement : lettrez, puis réclamez la différence."
    )
