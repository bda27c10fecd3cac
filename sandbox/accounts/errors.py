"""What the door refuses."""

from sandbox.core.errors import DomainError


class BadCredentials(DomainError):
    """Login and password do not go together, or the account is shut: never said which."""

    message = (
        "Identifiant ou code incorrect. Après cinq essais manqués, "
        "le compte se ferme pendant cinq minutes."
    )


class TooManyAttempts(DomainError):
    """Too many failures from one address."""

    message = "Trop d'essais depuis ce poste : attendez quelques minutes, puis recommencez."


class WrongPassword(DomainError):
    """The current password is not the right one."""

    message = "Le mot de passe actuel n'est pas le bon."
    field = "current"


class WeakPassword(DomainError):
    """The new password is too short, or is the login."""

    message = "Choisissez un mot de passe d'au moins {shortest} caractères, différent du login."
    field = "new"


class LoginTaken(DomainError):
    """Somebody already has this login."""

    message = "Le login « {login} » est déjà pris."
    field = "login"


class BadLogin(DomainError):
    """The login has characters that are hard to type, or none."""

    message = "Un identifiant compte 2 à 40 lettres sans accent, chiffres, points ou tirets."
    field = "login"


class NamelessPerson(DomainError):
    """A person needs a name."""

    message = "Écrivez le nom de la personne."
    field = "name"


class CohortTaken(DomainError):
    """A class of that name exists, or the name is empty."""

    message = "Donnez à la classe un nom qui n'existe pas encore."
    field = "name"


class UnknownClassCode(DomainError):
    """No class is open under this code."""

    message = "Aucune classe n'est ouverte sous ce code. Recopiez-le tel qu'il est au tableau."
    field = "code"


class ListHasMistakes(DomainError):
    """A list of learners has lines to correct: nothing of it was written."""

    message = "La liste a {count} ligne(s) à corriger : rien n'a encore été créé."


class NobodyListed(DomainError):
    """A list of learners holds nobody."""

    message = "Cette liste ne contient aucun nom."
    field = "file"


class ListTooLong(DomainError):
    """More people than a class holds."""

    message = "Cette liste compte {count} personnes ; une classe en compte {most} au plus."
    field = "file"
