"""Why something cannot be said of a run."""

from sandbox.core.errors import DomainError


class NothingWritten(DomainError):
    """A contest, a question, a commitment without a word."""

    message = "Écrivez au moins une phrase."
    field = "reason"


class ReasonWanted(DomainError):
    """A finding or a proposal is not set aside without a reason."""

    message = "Dites pourquoi : le motif reste au dossier."
    field = "reason"


class UnknownFinding(DomainError):
    """The finding named is not in this run's report."""

    message = "Ce constat n'est pas, ou n'est plus, dans le bilan."


class UnknownCriterion(DomainError):
    """The criterion named is not in the official frame."""

    message = "Le critère « {code} » n'est pas dans le référentiel."


class UnknownLevel(DomainError):
    """The level named does not exist."""

    message = "« {level} » n'est pas un niveau : choisissez dans la liste."


class NothingRated(DomainError):
    """A grid without a level says nothing."""

    message = "Donnez au moins un niveau, de 0 à 3."


class NothingContested(DomainError):
    """There is nothing to answer."""

    message = "Ce constat n'est pas contesté : il n'y a rien à quoi répondre."


class NothingToDecide(DomainError):
    """The learner has played nothing yet."""

    message = "Cet apprenant n'a encore joué aucune partie : il n'y a rien à décider."


class TooSoon(DomainError):
    """One rates oneself before anything is shown."""

    message = "Commencez par vous situer : le reste vient après."


class NothingToRelease(DomainError):
    """A booklet without a decision says nothing."""

    message = "Décidez d'abord d'un critère au moins : un livret sans décision ne dit rien."
