"""Assets and shell: what is served, and what no template may hold."""

import gzip
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import brotli
import pytest
from flask import Flask, render_template, render_template_string
from flask.testing import FlaskClient
from flask_wtf import CSRFProtect, FlaskForm
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import DataRequired

from sandbox import assets, filters
from sandbox.core.calendar import paris

ROOM = Path(assets.__file__).parent
TEMPLATES = sorted(ROOM.rglob("*.html"))
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*="),
    "style element": re.compile(r"<style"),
    "inline script": re.compile(r"<script(?![^>]*\ssrc=)"),
    "event attribute": re.compile(r"""\son[a-z]+\s*=\s*["']"""),
    "htmx event attribute": re.compile(r"\shx-on"),
    "script address": re.compile(r"javascript:", re.I),
}
ICON_CALL = re.compile(r"""\b(?:icon|draw)\(\s*["']([^"']+)["']""")
ICON_NAMED = re.compile(r"""\bicon\s*=\s*["']([a-z0-9-]+)["']""")
MESSAGE_OF_THE_SHELL = {"name": "Léa Martin", "initials": "LM", "role": "learner"}


class Card(FlaskForm):
    login = StringField("Identifiant", [DataRequired("Entrez votre identifiant.")])
    kind = SelectField("Nature", choices=["A"])
    agreed = BooleanField("J'ai lu")


@pytest.fixture
def app() -> Flask:
    app = Flask("sandbox", root_path=str(ROOM), static_folder=None)
    app.config.update(SECRET_KEY="tests", TESTING=True)
    CSRFProtect(app)
    filters.register(app)
    assets.register(app)
    app.jinja_env.globals["GLOSSARY"] = {"encours": "Ce que le client doit déjà."}
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def page(app: Flask) -> Iterator[Flask]:
    with app.test_request_context("/parties/3/devis?page=2"):
        yield app


# What is served -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(assets.ALLOWED))
def test_an_asset_is_kept_for_ever_at_the_address_of_its_hash(
    client: FlaskClient, name: str
) -> None:
    answer = client.get(assets.asset(name))
    assert answer.data == assets.build(name).data
    assert answer.headers["Cache-Control"] == assets.FOREVER


def test_an_old_hash_still_answers_but_is_not_kept(client: FlaskClient) -> None:
    answer = client.get("/r/0000000000/app.css")
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-cache")


@pytest.mark.parametrize("name", ["assets.py", "..%2Fassets.py", "tokens.css", "LICENSE"])
def test_what_is_not_on_the_list_is_not_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/r/0000000000/{name}").status_code == 404


@pytest.mark.parametrize(
    ("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)]
)
def test_text_travels_packed(client: FlaskClient, coding: str, unpack: object) -> None:
    answer = client.get(assets.asset("app.css"), headers={"Accept-Encoding": f"{coding};q=1.0"})
    assert answer.headers["Content-Encoding"] == coding
    assert callable(unpack)
    assert unpack(answer.data) == assets.build("app.css").data


def test_a_font_is_not_packed_twice() -> None:
    assert assets.accepted_encoding("inter-400.woff2", "gzip, br") == ""


def test_the_style_sheet_names_the_fonts_by_their_hash() -> None:
    sheet = assets.build("app.css").data.decode()
    assert "asset:" not in sheet
    assert f"../{assets.build('inter-400.woff2').digest}/inter-400.woff2" in sheet


def test_many_threads_build_an_asset_once(monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[int] = []
    monkeypatch.setitem(assets.ALLOWED, "slow.css", lambda: built.append(1) or b"x")
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(assets.build, ["slow.css"] * 64))
    assert built == [1]


def test_the_sprite_holds_little_more_than_what_is_used() -> None:
    assert len(assets.build("icons.svg").data) < 120_000


def test_a_style_or_a_script_that_lies_there_is_served() -> None:
    lying = {file.name for file in (ROOM / "static").iterdir()}
    assert lying == {*assets.STYLES, *assets.SCRIPTS}


# What no template may hold ------------------------------------------------------------------------


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOM)))
def test_a_template_obeys_the_security_policy(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert [name for name, pattern in FORBIDDEN.items() if pattern.search(text)] == []


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOM)))
def test_a_template_fits_on_a_few_screens(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 120


def test_every_icon_named_exists() -> None:
    symbols = assets.icon_symbols()
    sources = [*TEMPLATES, *ROOM.rglob("*.py")]
    named = {
        (file.name, name)
        for file in sources
        for pattern in (ICON_CALL, ICON_NAMED)
        for name in pattern.findall(file.read_text(encoding="utf-8"))
    }
    assert {pair for pair in named if pair[1] not in symbols} == set()


# The macros, each rendered ------------------------------------------------------------------------

ITEM = {"icon": "envelope", "who": "Claire", "what": "a écrit", "when": "hier", "quote": "« Oui »"}
FINDING = {"outcome": "missed", "because": "Promis trop tôt.", "evidence": [("Appel", "/j/4")]}
FACET = ("state", "État", [("", "Tous"), ("sent", "Envoyés")], "sent")
MACROS = {
    "forms.csrf()": 'name="csrf_token"',
    "forms.input('city', 'Ville', 'Lyon', error='Inconnue.', help='Siège')": 'id="city-error"',
    "forms.textarea('body', 'Texte', '<b>')": "&lt;b&gt;",
    "forms.select('kind', 'Nature', [('a', 'A'), ('b', 'B')], 'b')": '"b" selected',
    "forms.button('Enregistrer', 'floppy', form='grid')": 'form="grid"',
    "forms.link_button('/x', 'Ouvrir', 'eye')": 'href="/x"',
    "forms.post_button('/x', 'Envoyer', 'send', until='next')": 'name="until" value="next"',
    "forms.post_button('/x', 'Émettre', confirm='Définitif.')": 'command="show-modal"',
    "lists.page_head('Devis', 'Ventes')": "<h1>Devis</h1>",
    "lists.filters('/devis', 'lum', 'Numéro', [facet])": 'value="sent" checked',
    "lists.count_line('3 devis')": 'role="status"',
    "lists.th('Total', 'total', '-total', {'q': 'a b'}, num=True)": 'aria-sort="descending"',
    "lists.pager(5, 12, {'q': 'a'})": "page=12",
    "lists.empty('Rien', 'Essayez.', 'search')": "#search",
    "records.docbar([('a', 'A'), ('b', 'B'), ('c', 'C')], 'b')": 'aria-current="step">B',
    "records.statusbar([('a', 'A'), ('b', 'B')], 'a', 'Refusé')": 'class="stopped"',
    "records.smart([('truck', 0, 'Livraison', ''), ('receipt', 1, 'Facture', '/f')])": "/f",
    "records.doc_title('Devis', 'DE-2026-000001')": "DE-2026-000001",
    "records.fields([('Ville', none), ('Pays', 'France')])": "<dd>—</dd>",
    "records.feed([item])": "<blockquote>« Oui »</blockquote>",
    "records.note('bad', 'Refus', 'Motif')": 'role="alert"',
    "records.warnings(['Un', 'Deux'])": "<li>Deux</li>",
    "records.totals([('HT', '1 €'), ('TTC', '2 €')], oob=True)": 'class="grand"',
    "records.flow([('Demande', '/m', 'done'), ('Devis', none, 'here')])": "vous êtes ici",
    "records.card('Client', 'Lumen', '/c', 'CLI-0007')": "CLI-0007",
    "records.gauge('Encours', 9, 8, '9 € sur 8 €')": "gauge over",
    "grid.lines([{'product': 'BUR-001'}], [('BUR-001', 'Bureau')])": 'name="lines-0-product"',
    "grid.lines([])": 'name="lines-__n__-product"',
    "grid.add_line()": 'name="add_line"',
    "grid.line_outputs(3, total='1 €')": 'id="lines-3-total" hx-swap-oob="true">1 €',
    "words.status('Envoyé', 'info')": "st-info",
    "words.term('encours')": "Ce que le client doit déjà.",
    "words.term('inconnu', 'mot')": "mot",
    "words.verdict('partly')": "En partie",
    "report.criterion('CP1.1', 'Accueillir', 'missed', 0, 1, [finding])": 'href="/j/4"',
    "report.figures([('Encaissé', '12 €', '')])": "Encaissé",
}


@pytest.mark.parametrize("call", MACROS)
def test_a_macro_draws_what_it_promises(page: Flask, call: str) -> None:
    room = call.split(".")[0]
    source = f'{{% import "macros/{room}.html" as {room} %}}{{{{ {call} }}}}'
    html = render_template_string(source, item=ITEM, finding=FINDING, facet=FACET)
    assert MACROS[call] in html


def test_a_refused_field_tells_its_error_to_a_screen_reader(page: Flask) -> None:
    form = Card(data={"login": ""})
    form.validate()
    source = "{% import 'macros/forms.html' as f %}{{ f.errors(form) }}{{ f.field(form.login) }}"
    html = render_template_string(source, form=form)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="login-error"' in html
    assert 'href="#login"' in html


def test_each_kind_of_field_has_its_dress(page: Flask) -> None:
    source = "{% import 'macros/forms.html' as f %}{% for x in form %}{{ f.field(x) }}{% endfor %}"
    html = render_template_string(source, form=Card())
    assert all(name in html for name in ("form-control", "form-select", "form-check-input"))


def test_a_confirmed_act_may_ask_for_more(page: Flask) -> None:
    source = (
        "{% import 'macros/forms.html' as f %}{% call f.post_button('/x', 'Refuser', 'x-lg') %}"
        "{{ f.textarea('reason', 'Motif') }}{% endcall %}"
    )
    html = render_template_string(source)
    assert html.index("<dialog") < html.index('name="reason"') < html.index("</dialog>")


# The shell ----------------------------------------------------------------------------------------


def shell() -> dict[str, object]:
    item = SimpleNamespace(
        url="/m", icon="inbox", label="Messages", group="Bureau", count=0, current=True
    )
    run = SimpleNamespace(
        company_name="Hévéa", now=paris(2026, 11, 2, 9, 12), mode="decouverte", status="open"
    )
    return {
        "run": run,
        "me": SimpleNamespace(**MESSAGE_OF_THE_SHELL),
        "nav_items": [item],
        "unread": 2,
        "next_act": SimpleNamespace(text="lire la demande", url="/m"),
        "advance_url": "/parties/3/avancer",
        "palette_url": "/parties/3/aller",
        "counter_url": "/parties/3/compteur",
        "theme": "dark",
    }


def test_the_shell_says_where_and_when_one_is(page: Flask) -> None:
    html = render_template("base.html", **shell()).replace("\xa0", " ")
    for expected in ("lun. 2 nov. 2026", "9:12", "Prochain geste", "Hévéa", 'value="tomorrow"'):
        assert expected in html
    assert 'data-bs-theme="dark"' in html
    assert 'value="/parties/3/devis?page=2"' in html


def test_the_shell_stands_without_a_run_nor_a_person(page: Flask) -> None:
    html = render_template("base.html", me=None, run=None, nav_items=[])
    assert "Avancer" not in html
    assert "Ctrl K" not in html


def test_who_only_looks_on_is_told_so(page: Flask) -> None:
    around = shell()
    around["run"] = SimpleNamespace(**vars(around["run"]) | {"plays": False, "status": "closed"})
    html = render_template("base.html", **around)
    assert "sans pouvoir y agir" in html
    assert "Partie terminée" in html


@pytest.mark.parametrize("code", [403, 404, 422, 500])
def test_an_error_page_leads_somewhere(page: Flask, code: int) -> None:
    html = render_template(f"errors/{code}.html", incident="a1b2")
    assert "<h1>" in html
    assert 'class="btn btn-primary" href="/"' in html


def test_the_palette_says_when_it_found_nothing(page: Flask) -> None:
    html = render_template("_palette_results.html", items=[], q="<x>")
    assert "Aucun résultat pour « &lt;x&gt; »" in html
