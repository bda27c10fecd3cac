"""Who asks about their own data is answered within the month."""

from collections.abc import Iterator

from sandbox.evaluation.facts import Facts
from sandbox.evaluation.model import Fact, Said, met, missed
from sandbox.evaluation.registry import rule
from sandbox.evaluation.telling import from_customer
from sandbox.evaluation.vocabulary import within

# A day of work: the month is for the answer, not for noticing that one was asked.
NOTED_IN = 8 * 60


@rule("CP1.4/demande-sur-ses-donnees", on=("message.received",), anyone=True)
def privacy_request(facts: Facts, message: Fact) -> Iterator[Said]:
    """Une demande sur des données personnelles est notée dans la journée et répondue à temps.

    Pourquoi : c'est un droit ; la loi donne un mois, et ce qui n'est noté nulle part s'oublie.

    Mesure : pour chaque message d'un client sur ses données personnelles, une demande notée dans
    les huit heures de travail, puis une réponse avant son dernier jour, prolongé s'il l'a été ; une
    rectification annoncée sans que rien ait changé sur la fiche est manquée.

    Conseil : notez la demande depuis la fiche, prévenez le référent, répondez sans attendre le
    dernier jour.
    """
    if message.get("topic") != "privacy" or not from_customer(message):
        return
    customer = message["customer"]
    noted = facts.first("privacy.requested", mine=True, after=message, customer=customer)
    timing = within(facts, message.at, noted, NOTED_IN)
    if timing is None:
        return
    if not timing.kept or noted is None:
        yield missed(f"{message.subject} : demande non notée dans la journée.", message, noted)
        return
    answer = facts.first("privacy.answered", of=noted.subject)
    last_day = (facts.last("privacy.extended", of=noted.subject) or noted).date("answer_by")
    if answer is not None and "NothingCorrected" in answer["cautions"]:
        yield missed(f"{noted.subject} : dite corrigée, rien n'a changé.", message, noted, answer)
    elif answer is not None and "AnsweredLate" not in answer["cautions"]:
        yield met(f"{noted.subject} : notée, puis répondue à temps.", message, noted, answer)
    elif answer is not None or facts.is_over(last_day):
        yield missed(f"{noted.subject} : répondue trop tard.", message, noted, answer)
    else:
        yield met(f"{noted.subject} : notée dans la journée.", message, noted)
