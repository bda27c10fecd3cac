"""What the papers of a debt, a loss or a person's rights say."""

from dataclasses import replace

from sandbox.documents.parts import AmountsDue
from sandbox.documents.rendering import render
from sandbox.documents.specimens import recovery, rights
from tests.documents.reading import pages, structure


def test_the_third_reminder_announces_the_formal_notice_and_still_offers_a_plan() -> None:
    (text,) = pages(render(recovery.third_reminder()))
    assert "Dernier rappel avant mise en demeure" in text
    assert "votre règlement de 2 312,04 € le 26 janvier 2027 au plus tard" in text
    assert "un plan de paiement écrit reste possible" in text


def test_a_payment_plan_acknowledges_the_debt_and_fits_on_the_page_that_is_signed() -> None:
    (text,) = pages(render(recovery.payment_plan()))
    for said in (
        "reconnaît devoir au créancier la somme de 2 254,03 € (deux mille deux cent cinquante",
        "3 12 avril 2027 751,35 0,00",
        "le créancier renonce aux pénalités de retard",
        "exigible en entier 8 jours après une mise en demeure",
        "interrompt la prescription (C. civ., art. 2240)",
        "« Lu et approuvé, bon pour reconnaissance de dette de 2 254,03 € »",
    ):
        assert said in text


def test_a_plan_may_keep_the_penalties_in_the_sum_acknowledged() -> None:
    amounts = AmountsDue(principal=225_403, penalties=2_476, indemnity=4_000, total=231_879)
    kept = replace(recovery.payment_plan(), amounts=amounts, penalties_waived=False, in_words="")
    text = " ".join(pages(render(kept)))
    assert "Somme reconnue due 2 318,79 €" in text
    assert "restent dues" in text
    assert "renonce aux pénalités" not in text


def test_a_plan_is_read_from_article_to_article() -> None:
    text = " ".join(pages(render(recovery.payment_plan()))).casefold()
    articles = [text.index(f"{number}. ") for number in range(1, 6)]
    assert articles == sorted(articles)
    tags = structure(render(recovery.payment_plan()))
    assert [tag for tag in tags if tag in ("H1", "Table")] == ["H1", "Table", "Table"]


def test_a_protest_reaches_the_carrier_with_reasons_and_the_article_of_the_law() -> None:
    (text,) = pages(render(recovery.carrier_protest()))
    assert "Lettre recommandée avec avis de réception nº 1A 000 000 0002 4" in text
    assert "Conformément à l’article L133-3 du code de commerce" in text
    assert "Plateau fendu sur 12 cm" in text
    assert "Préjudice estimé, HT 630,65 €" in text
    assert "Dernier jour pour protester : 24 novembre 2026" in text


def test_a_protest_may_leave_before_the_loss_is_valued() -> None:
    bare = replace(recovery.carrier_protest(), claimed=None, reservations="", consignee="")
    (text,) = pages(render(bare))
    assert "à chiffrer après expertise" in text
    assert "Aucune réserve n’a pu être portée à la livraison." in text
    assert "Vous nous avez livré le 20 novembre 2026" in text


def test_a_claim_is_declared_to_the_trustee_with_its_rank_and_its_proofs() -> None:
    (text,) = pages(render(recovery.claim_declaration()))
    assert "Étude Roncin, mandataire judiciaire" in text
    assert "en redressement judiciaire, arrêtée au jour du jugement d’ouverture" in text
    assert "Nous déclarons la somme de 2 324,04 €, à titre chirographaire." in text
    assert "À déclarer au plus tard le : 12 avril 2027" in text
    assert "vendus sous réserve de propriété" in text
    assert "Relevé de compte arrêté au 3 février 2027" in text


def test_a_secured_claim_says_so() -> None:
    secured = replace(recovery.claim_declaration(), security="nantissement de fonds de commerce")
    (text,) = pages(render(secured))
    assert "à titre privilégié" in text
    assert "Garantie : nantissement de fonds de commerce" in text


def test_a_debt_is_handed_over_with_the_list_of_its_papers_and_of_those_that_lack() -> None:
    (text,) = pages(render(recovery.litigation_slip()))
    for said in (
        "Bordereau de remise au contentieux",
        "Cabinet Marsouin Créances",
        "La mise en demeure du 25 janvier 2027 est restée sans effet.",
        "Total à recouvrer 2 328,54 €",
        "Bon de livraison signé BL-2026-000007 (24/11/2026) oui",
        "Relevé de compte – manque",
        "Nous cessons toute relance",
    ):
        assert said in text


def test_a_consumer_owes_no_penalties_on_the_slip() -> None:
    bare = replace(recovery.litigation_slip(), penalty_rate=None, approval="")
    (text,) = pages(render(bare))
    assert "ni pénalités du code de commerce" in text


def test_a_person_reads_what_is_held_why_how_long_and_their_rights() -> None:
    text = " ".join(pages(render(rights.access_response())))
    for said in (
        "Inès Caradec 18 rue du Papier Calque",
        "Demande un rappel après 14 h",
        "Tenir la comptabilité Obligation légale 10 ans, en archive restreinte",
        "vie-privee@hevea-mobilier.example",
        "saisir la CNIL",
        "Réponse due au plus tard le 2 décembre 2026",
    ):
        assert said in text


def test_a_person_of_whom_nothing_is_held_is_told_so() -> None:
    nothing = replace(rights.access_response(), data=(), processings=())
    (text,) = pages(render(nothing))
    assert "nous n’en détenons aucune" in text
    assert "retirées de cette copie" not in text
