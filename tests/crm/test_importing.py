"""A list of customers comes from a file: read over, corrected, then written whole or not at all."""

import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from sandbox.core.context import Context
from sandbox.core.identifiers import make_siren, make_siret
from sandbox.core.workbooks import Table, to_csv, to_xlsx
from sandbox.crm import services
from sandbox.crm.errors import DuplicateCustomer, ImportTooLong, NobodyToImport, NoNameColumn
from sandbox.crm.importing import HEADINGS, MODEL, MOST, look_over, read_lines, set_aside
from sandbox.crm.models import Customer
from sandbox.crm.services import CustomerDraft
from tests.crm.journal import said
from tests.factories.crm import CustomerFactory
from tests.factories.world import World

SIREN = make_siren("31234567")
Row = tuple[str, ...]


def over(ctx: Context, columns: Row, *rows: Row) -> list:
    return set_aside(look_over(ctx.session, ctx.run.id, read_lines([columns, *rows])))


def test_columns_are_recognised_in_any_order_and_the_number_is_that_of_the_file(
    ctx: Context,
) -> None:
    first, second = over(
        ctx,
        ("Ville", "Raison sociale", "CP", "Couleur", "Conditions de règlement"),
        ("Bourg-en-Bresse", "Menuiserie Bresle", "1000", "bleu", "30 jours fin de mois"),
        ("", "", "", "", ""),
        ("Vannes", "Librairie du Port", "56000", "", ""),
    )
    assert (first.number, second.number) == (2, 4)
    assert first.values["name"] == "Menuiserie Bresle"
    # A spreadsheet takes the zero away; the terms are words on paper, a code in the record.
    assert (first.values["postcode"], first.values["terms"]) == ("01000", "eom_30")
    assert second.values["terms"] == "net_30"
    assert first.remarks == second.remarks == ()


def test_every_wrong_cell_of_a_line_is_told_with_its_remedy(ctx: Context) -> None:
    [line] = over(
        ctx,
        ("Nom", "SIREN", "Courriel", "Conditions de règlement", "Pays", "Type"),
        ("", "123456789", "pas une adresse", "90 jours", "Bretagne", "Association"),
    )
    assert {remark.column for remark in line.remarks} == {
        "Nom",
        "SIREN",
        "Courriel",
        "Conditions de règlement",
        "Pays",
        "Type",
    }
    assert all(remark.text and remark.remedy for remark in line.remarks)
    assert line.blocks


def test_a_known_siren_is_a_mistake_and_a_likeness_is_left_aside(ctx: Context) -> None:
    there: Customer = CustomerFactory(name="Imprimerie Kervella", siren=SIREN, email="", phone="")
    same, like, new = over(
        ctx,
        ("Nom", "SIREN"),
        ("Tout autre nom", SIREN),
        ("SARL Imprimerie Kervela", ""),
        ("Fleurs de Redon", ""),
    )
    assert [remark.field for remark in same.remarks] == ["siren"]
    assert there.reference in same.remarks[0].text
    assert not like.taken
    assert there.reference in like.twins[0]
    assert "noms très proches" in like.twins[0]
    assert (new.taken, new.remarks, new.twins) == (True, (), ())


def test_two_lines_of_one_company_are_told(ctx: Context) -> None:
    _, second = over(ctx, ("Nom", "SIREN"), ("Gravure Alpha", SIREN), ("Zébulon Bois", SIREN))
    assert "la ligne 2" in second.remarks[0].text


def test_what_an_export_protects_comes_back_as_it_was(ctx: Context) -> None:
    [line] = over(ctx, ("Nom", "Téléphone"), ("Fleurs de Redon", "'+33 2 61 91 00 14"))
    assert line.values["phone"] == "+33 2 61 91 00 14"


@pytest.mark.parametrize(
    ("rows", "refusal"),
    [
        ([("Société", "Ville"), ("X", "Y")], NoNameColumn),
        ([("Nom",), ("",)], NobodyToImport),
        ([("Nom",), *[(f"Client {n}",) for n in range(MOST + 1)]], ImportTooLong),
    ],
)
def test_files_that_cannot_be_imported(rows: list[Row], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_lines(rows)


def test_the_model_reads_itself(ctx: Context) -> None:
    [line] = over(ctx, *[tuple(map(str, row)) for row in (MODEL.columns, *MODEL.rows)])
    assert (line.remarks, line.taken) == ((), True)


def test_the_records_open_together_in_ten_minutes_of_the_company(ctx: Context) -> None:
    before = ctx.run.clock
    drafts = [CustomerDraft(name="Fleurs de Redon"), CustomerDraft(name="Gravure Alpha")]
    opened = services.import_customers(ctx, drafts=drafts)
    assert [each.reference for each in opened] == ["CLI-0003", "CLI-0004"]
    assert len(said(ctx.session, "customer.created")) == 2
    assert (ctx.run.clock - before).seconds == 600


def test_one_refusal_and_none_is_opened(ctx: Context) -> None:
    drafts = [CustomerDraft(name="Un", siren=SIREN), CustomerDraft(name="Deux", siren=SIREN)]
    with pytest.raises(DuplicateCustomer):
        services.import_customers(ctx, drafts=drafts)
    assert said(ctx.session, "customer.created") == []
    assert ctx.session.scalar(select(func.count()).where(Customer.siren == SIREN)) == 0
    with pytest.raises(NobodyToImport):
        services.import_customers(ctx, drafts=[])


# The screens ------------------------------------------------------------------------------------

Post = Callable[..., TestResponse]


def upload(client: FlaskClient, base: str, content: bytes, name: str) -> TestResponse:
    data = {"file": (io.BytesIO(content), name)}
    return client.post(f"{base}/clients/importer", data=data, content_type="multipart/form-data")


def table(*rows: Row) -> Table:
    return Table("Clients", ("Nom", "SIREN", "Ville"), rows)


def fields(text: str) -> dict[str, list[str]]:
    """What the screen of the lines would send back."""
    found: dict[str, list[str]] = {name: [] for name in ("number", "taken", *HEADINGS)}
    for tag in re.findall(r"<input [^>]*>", text.partition("Lignes du fichier")[2]):
        name, value = (re.search(rf' {key}="([^"]*)"', tag) for key in ("name", "value"))
        if name and name[1] in found and ('type="checkbox"' not in tag or " checked" in tag):
            found[name[1]].append(value[1] if value else "")
    return found


@pytest.mark.parametrize(("pack", "name"), [(to_csv, "c.csv"), (to_xlsx, "c.xlsx")])
def test_reading_writes_nothing_and_confirming_opens_what_is_ticked(
    client: FlaskClient,
    session: Session,
    base: str,
    pack: Callable[[Table], bytes],
    name: str,
    world: World,
) -> None:
    rows = (("Fleurs de Redon", "", "Redon"), (world.customer.name, "", "Rennes"))
    shown = upload(client, base, pack(table(*rows)), name)
    assert shown.status_code == 200
    assert "Ressemble à" in shown.text
    assert said(session, "customer.created") == []
    sent = fields(shown.text)
    assert sent["taken"] == ["2"]
    answer = client.post(f"{base}/clients/importer/creer", data=sent)
    assert answer.status_code == 303
    session.expire_all()
    assert len(said(session, "customer.created")) == 1
    assert session.scalars(select(Customer.town).where(Customer.name == "Fleurs de Redon")).all()


def test_a_mistake_blocks_until_it_is_corrected_or_left_aside(
    client: FlaskClient, session: Session, base: str
) -> None:
    shown = upload(client, base, to_csv(table(("Fleurs de Redon", "12", "Redon"))), "c.csv")
    assert shown.status_code == 422
    assert "SIREN" in shown.text
    sent = fields(shown.text)
    again = client.post(f"{base}/clients/importer/creer", data=sent)
    assert again.status_code == 422
    assert 'value="12"' in again.text
    assert said(session, "customer.created") == []
    aside = client.post(f"{base}/clients/importer/creer", data=sent | {"taken": []})
    assert aside.status_code == 422
    assert "Aucune ligne à importer" in aside.text
    good = sent | {"siren": [make_siret(SIREN)[:9]]}
    assert client.post(f"{base}/clients/importer/creer", data=good).status_code == 303


def test_a_file_that_is_no_table_says_so(client: FlaskClient, base: str) -> None:
    answer = upload(client, base, b"\x00\x01", "photo.png")
    assert answer.status_code == 422
    assert "Fichier non lu" in answer.text
