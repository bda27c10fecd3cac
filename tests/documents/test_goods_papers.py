"""What the papers of the goods say, from the warehouse to the border."""

import re
from dataclasses import replace

import pytest

from sandbox.documents.rendering import render
from sandbox.documents.specimens import logistics
from tests.documents.reading import pages, structure


def test_a_shipping_instruction_tells_the_carrier_where_when_and_how() -> None:
    (text,) = pages(render(logistics.shipping_instruction()))
    assert "18 novembre 2026, entre 14 h et 16 h Hévéa Mobilier – Entrepôt" in text
    assert "20 novembre 2026, le matin, sur rendez-vous Atelier Lumen – Dépôt" in text
    assert "HEV 1 à 4 4 Carton Deux bureaux démontés (plateaux et pieds) 88,0 0,48" in text
    assert "Poids brut 100,5 kg Volume 0,51 m³" in text
    assert "1 356,10 €" in text
    assert "Hayon élévateur indispensable" in text


def test_goods_go_to_the_customer_when_no_other_address_is_given() -> None:
    (text,) = pages(render(replace(logistics.shipping_instruction(), delivery_address=None)))
    assert "sur rendez-vous Atelier Lumen 4 impasse des Maquettes 44000 Nantes" in text


def test_a_picking_list_follows_the_walk_and_leaves_room_to_write() -> None:
    (text,) = pages(render(logistics.picking_list()))
    first, second = text.index("A-03-2 MOB-002"), text.index("B-11-1 MOB-007")
    assert first < second
    assert "Lot 2026-44" in text
    assert "Unités à prélever 18" in text
    assert "€" not in text.replace("capital de 50 000 €", "")


def test_a_packing_list_says_what_each_package_holds_and_weighs() -> None:
    (text,) = pages(render(logistics.packing_list()))
    assert "3/3 Carton 10 pièces MOB-011 Guide pratique" in text
    assert "40 × 30 × 25 11,0 12,5" in text
    assert "Poids brut total 271,5 kg" in text
    assert "Nombre de colis 3" in text


def test_a_long_packing_list_repeats_its_head_on_every_page() -> None:
    whole = logistics.packing_list()
    sheets = pages(render(replace(whole, packages=whole.packages * 10)))
    assert len(sheets) > 1
    assert all("Colis Emballage Contenu" in sheet for sheet in sheets)


def test_a_waybill_names_its_three_parties_the_price_and_who_pays() -> None:
    (text,) = pages(render(logistics.waybill()))
    for said in (
        "Transports Balisiers",
        "SIREN 000 160 036",
        "Prix du transport HT 148,00 €",
        "Port Port payé",
        "Reçu par le destinataire",
        "Réserves précises et motivées",
    ):
        assert said.casefold() in text.casefold()


def test_carriage_may_be_for_the_one_who_receives() -> None:
    (text,) = pages(render(replace(logistics.waybill(), payer="consignee")))
    assert "Port dû" in text
    assert "Port payé" not in text


@pytest.mark.parametrize("number", range(1, 25))
def test_every_box_of_the_cmr_is_numbered_and_named_in_two_languages(number: int) -> None:
    (text,) = pages(render(logistics.cmr()))
    box = text[text.index(f" {number} · ") :].split(f" {number + 1} · ")[0]
    assert re.search(r"\S / \S", box)


def test_the_three_originals_of_a_cmr_say_whose_they_are() -> None:
    copies = ("sender", "consignee", "carrier")
    texts = [pages(render(replace(logistics.cmr(), copy=copy)))[0] for copy in copies]
    assert "Exemplaire 1/3 : expéditeur Copy 1/3: sender" in texts[0]
    assert "Exemplaire 2/3 : destinataire Copy 2/3: consignee" in texts[1]
    assert "Exemplaire 3/3 : transporteur Copy 3/3: carrier" in texts[2]


def test_a_cmr_is_read_from_its_title_through_its_boxes_to_the_signatures() -> None:
    tags = structure(render(logistics.cmr()))
    headings = [tag for tag in tags if tag in ("H1", "H2", "Table")]
    assert headings == ["H1", *["H2"] * 8, "Table", *["H2"] * 9]


def test_foreign_parties_are_written_with_their_country() -> None:
    (text,) = pages(render(logistics.cmr()))
    assert "3511 AB Utrecht, Netherlands" in text
    assert "35000 Rennes, France" in text
