"""What the PDFs say, in what order, to what standards, and always in the same bytes."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from sandbox.documents.rendering import render
from sandbox.documents.snapshots import Snapshot
from tests.documents import samples
from tests.documents.reading import pages, structure

each_document = pytest.mark.parametrize(
    "snapshot", samples.one_of_each(), ids=lambda snapshot: snapshot.reference
)

FICTITIOUS = {
    "fr": "Entreprise fictive – données simulées",
    "en": "Fictitious company – simulated data",
}
INVOICE_MENTIONS = (
    "Facture FA-2026-000123",
    "Date d’émission 25 novembre 2026",
    "Date de livraison 24 novembre 2026",
    "SAS au capital de 50 000 €",
    "SIREN 000 110 015 · RCS Rennes",
    "TVA FR63 000 110 015",
    "Atelier Lumen À l’attention de Nadia Belkacem 4 impasse des Maquettes 44000 Nantes",
    "SIREN 000 123 455",
    "Adresse de livraison Atelier Lumen – Dépôt 27 quai du Gabarit 44100 Nantes",
    "Livraison de biens et prestation de services",
    "Commande CDE-2026-000003",
    "4 pièce 589,00 5 % 20 % 2 238,20",
    "10 pièce 23,70 – 5,5 % 237,00",
    "Éco-contribution HT en sus : 4,20 € × 4 = 16,80 €",
    "Total HT 2 712,00 €",
    "TVA 20 % sur 2 475,00 € 495,00 €",
    "TVA 5,5 % sur 237,00 € 13,04 €",
    "Total TTC 3 220,04 €",
    "Acompte déduit 966,01 €",
    "Net à payer 2 254,03 €",
    "À régler au plus tard le : 25 décembre 2026",
    "IBAN : FR76 9999 9000 0100 0000 0010 106",
)


@each_document
def test_a_document_names_itself_and_its_parties(snapshot: Snapshot) -> None:
    text = " ".join(pages(render(snapshot)))
    assert snapshot.reference in text
    assert snapshot.seller.name in text
    assert snapshot.customer.name in text
    assert FICTITIOUS[snapshot.language] in text


@each_document
def test_every_mention_given_is_printed_whole(snapshot: Snapshot) -> None:
    text = " ".join(pages(render(snapshot)))
    assert [mention for mention in snapshot.mentions if mention not in text] == []


@each_document
def test_a_document_declares_archiving_and_accessibility(snapshot: Snapshot) -> None:
    with pikepdf.open(BytesIO(render(snapshot))) as pdf, pdf.open_metadata() as metadata:
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"].endswith(snapshot.reference)
        assert metadata["xmp:CreateDate"].startswith(snapshot.issued_on.isoformat())
        assert str(pdf.Root.Lang) == {"fr": "fr-FR", "en": "en-GB"}[snapshot.language]
        assert pdf.Root.MarkInfo.Marked


@each_document
def test_the_same_snapshot_gives_the_same_bytes(snapshot: Snapshot) -> None:
    with ThreadPoolExecutor(1) as another_thread:
        assert another_thread.submit(render, snapshot).result() == render(snapshot)


@each_document
def test_reading_starts_with_the_one_title_and_tables_have_heads(snapshot: Snapshot) -> None:
    tags = structure(render(snapshot))
    headings = [tag for tag in tags if tag in ("H1", "H2", "H3")]
    assert headings[0] == "H1"
    assert headings.count("H1") == 1
    if snapshot.kind != "letter":
        assert tags.index("H1") < tags.index("Table") < tags.index("TH") < tags.index("TD")


@pytest.mark.parametrize("mention", INVOICE_MENTIONS)
def test_an_invoice_says_all_that_the_law_asks(mention: str) -> None:
    (text,) = pages(render(samples.invoice()))
    assert mention.casefold() in text.casefold()


def test_a_long_invoice_repeats_the_head_of_its_lines_and_numbers_its_pages() -> None:
    lines = tuple(replace(samples.LINES[0], label=f"Bureau nº {n:02}") for n in range(60))
    sheets = pages(render(samples.invoice(lines=lines)))
    assert len(sheets) == 3
    for number, sheet in enumerate(sheets, 1):
        assert "Réf. Désignation Qté" in sheet
        assert f"page {number}/3" in sheet
    assert "Facture FA-2026-000123 (suite)" in sheets[1]
    assert all(line.label in " ".join(sheets) for line in lines)


def test_names_are_printed_as_they_are_written() -> None:
    odd = '#strong[Léa] & *Fils* $x^2$ "d\'Œuvre" \\ `a` <b> _c_ @d // e'
    (text,) = pages(render(samples.invoice(customer=replace(samples.LUMEN, name=odd))))
    assert odd in text


def test_what_no_face_can_draw_becomes_a_question_mark() -> None:
    odd = "Café 😀 中\u202e\x07 Ελλάς, Львів"
    (text,) = pages(render(samples.invoice(customer=replace(samples.LUMEN, name=odd))))
    assert "Café ? ? Ελλάς, Львів" in text


def test_a_unit_price_keeps_its_four_decimals_only_when_it_needs_them() -> None:
    line = replace(samples.LINES[0], unit_price=12_345_678, discount_rate=0)
    (text,) = pages(render(samples.invoice(lines=(line,))))
    assert "1 234,5678" in text
    assert "Remise" not in text


def test_a_quote_leaves_room_for_the_customer_to_agree() -> None:
    (text,) = pages(render(samples.quote()))
    assert "Valable jusqu’au 2 décembre 2026" in text
    assert "bon pour accord date" in text.casefold()


def test_an_acknowledgement_shows_what_differs_from_the_order() -> None:
    (text,) = pages(render(samples.order_acknowledgement()))
    assert "577,22 € sur votre bon" in text
    assert "Livraison promise le 25 novembre 2026" in text


def test_a_delivery_note_shows_the_backorder_and_no_price() -> None:
    (text,) = pages(render(samples.delivery_note()))
    assert "MOB-002 Bureau assis-debout électrique 160 x 80 cm pièce 4 2 2" in text
    assert "Reliquat livré le 25 novembre 2026" in text
    assert "€" not in text.replace("capital de 50 000 €", "")


def test_a_credit_note_names_the_invoice_it_corrects() -> None:
    (text,) = pages(render(samples.credit_note()))
    assert "Facture corrigée FA-2026-000123" in text
    assert "Net à votre crédit 50,01 €" in text


def test_dunning_grows_firmer_from_one_letter_to_the_next() -> None:
    first, second, notice = (
        pages(render(letter))[0]
        for letter in (samples.first_reminder(), samples.second_reminder(), samples.formal_notice())
    )
    assert "Un oubli est toujours possible" in first
    assert "Pénalités" not in first
    assert "Indemnité forfaitaire de recouvrement 80,00 €" in second
    assert "Nous vous mettons en demeure de nous payer la somme de 2 317,29 €" in notice
    assert "Lettre recommandée avec avis de réception nº 1A 000 000 0001 7" in notice


def test_a_writer_may_put_a_letter_in_their_own_words() -> None:
    own = replace(samples.first_reminder(), paragraphs=("Chère Nadia,", "Un mot de rappel."))
    (text,) = pages(render(own))
    assert "Chère Nadia, Un mot de rappel." in text
    assert "Un oubli est toujours possible" not in text
    assert "Total à régler 2 254,03 €" in text


def test_a_statement_runs_from_balance_to_balance() -> None:
    (text,) = pages(render(samples.statement()))
    assert "966,01 −966,01" in text
    assert "Solde à régler 2 204,02 €" in text


def test_a_statement_in_credit_says_so() -> None:
    credit = replace(samples.statement(), rows=(), overdue=0, closing_balance=-5_001)
    (text,) = pages(render(credit))
    assert "Solde en votre faveur 50,01 €" in text
    assert "Aucun mouvement sur la période." in text


def test_sixteen_threads_render_without_meeting() -> None:
    wanted = [replace(samples.quote(), reference=f"DE-2026-{n:06}") for n in range(48)]
    with ThreadPoolExecutor(16) as threads:
        printed = list(threads.map(render, wanted))
    assert all(w.reference in pages(p)[0] for w, p in zip(wanted, printed, strict=True))
