"""A small company: enough of one to act in, without any scenario file."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort, Role
from sandbox.core.calendar import paris
from sandbox.core.codec import encode
from sandbox.core.context import Context
from sandbox.core.identifiers import make_siren, make_siret, make_vat_fr
from sandbox.core.run import Mode, Run, SettingVersion
from sandbox.core.setting import (
    Article,
    Colleague,
    CompanyProfile,
    DelegationLevel,
    DunningProcedure,
    DunningStep,
    Procedures,
    Setting,
)
from sandbox.crm.models import Contact, Customer
from sandbox.supply.models import Carrier, Product, Supplier

DIGEST = "0" * 64


@dataclass
class World:
    """What tests reach for."""

    run: Run
    setting: Setting
    learner: Account
    trainer: Account
    customer: Customer
    newcomer: Customer
    supplier: Supplier
    desk: Product
    lamp: Product
    book: Product
    carrier: Carrier


def procedures() -> Procedures:
    """The default company's rules."""
    return Procedures(
        delegation=(
            DelegationLevel("assistant", "Assistant commercial", 500000, 500, 0, 10000),
            DelegationLevel("director", "Direction commerciale", 10**9, 10000, 10000, 10**9),
        ),
        dunning=DunningProcedure(
            steps=(
                DunningStep("call", "Appel", 3, "phone"),
                DunningStep("reminder_1", "Relance 1", 8, "email"),
                DunningStep("reminder_2", "Relance 2", 15, "letter"),
                DunningStep("formal_notice", "Mise en demeure", 30, "registered", "director"),
            )
        ),
        articles=(Article("Devis", "Un devis vaut trente jours."),),
        terms_of_sale=(Article("Règlement", "Trente jours nets."),),
    )


def setting() -> Setting:
    """Hévéa in small."""
    siren = make_siren("00011001")
    company = CompanyProfile(
        name="Hévéa Mobilier",
        legal_form="SAS",
        capital=5000000,
        street="4 rue du Banc d'Essai",
        postcode="35000",
        town="Rennes",
        siren=siren,
        siret=make_siret(siren),
        vat_number=make_vat_fr(siren),
        rcs_town="Rennes",
        email="ventes@hevea.example",
        phone="02 61 91 00 01",
        iban="FR7699999000010000000010106",
        bic="FICTFR00XXX",
        activity="Mobilier de bureau",
    )
    colleagues = (
        Colleague("director", "Claire Vasseur", "Directrice commerciale", "cv@hevea.example", "x"),
        Colleague("purchasing", "Yann Le Goff", "Acheteur", "ylg@hevea.example", "ruptures"),
    )
    return Setting(
        scenario="essai",
        title="Essai",
        brief="Une petite entreprise.",
        starts_at=paris(2026, 11, 2, 8, 30),
        company=company,
        colleagues=colleagues,
        procedures=procedures(),
    )


def make_account(session: Session, login: str, role: Role, cohort: Cohort | None = None) -> Account:
    """A person who can sign in (with no usable password)."""
    account = Account(
        login=login,
        name=login.capitalize(),
        role=role,
        password_hash="!",
        session_key=login,
        cohort_id=cohort.id if cohort else None,
    )
    session.add(account)
    session.flush()
    return account


def make_world(session: Session, mode: Mode = Mode.DISCOVERY) -> World:
    """A run with a few masters, owned by a learner of a cohort; the caller commits."""
    rules = setting()
    session.add(SettingVersion(digest=DIGEST, scenario="essai", content={"setting": encode(rules)}))
    cohort = Cohort(name="Classe d'essai")
    session.add(cohort)
    session.flush()
    trainer = make_account(session, "formatrice", Role.TRAINER)
    learner = make_account(session, "apprenante", Role.LEARNER, cohort)
    cohort.trainer_id = trainer.id
    run = Run(
        scenario="essai",
        digest=DIGEST,
        seed=42,
        mode=mode,
        clock=rules.starts_at,
        owner_id=learner.id,
        counters={},
        next_id=1,
        move_seq=0,
        entry_seq=0,
        head_hash="",
    )
    session.add(run)
    session.flush()
    world = _masters(Context(session, run, rules, "world"), learner, trainer)
    session.flush()
    return world


def _masters(ctx: Context, learner: Account, trainer: Account) -> World:
    supplier = ctx.add(
        Supplier(reference="FOU-0001", name="Menuiserie des Trois Lacs", lead_days=10)
    )
    desk = _product(ctx, supplier, "MOB-001", "Bureau droit", 2490000, 1410000, 10, 2000, eco=310)
    lamp = _product(ctx, supplier, "MOB-009", "Lampe LED", 649000, 335000, 40, 2000)
    book = _product(ctx, supplier, "MOB-011", "Guide ergonomie", 237000, 142000, 20, 550)
    carrier = ctx.add(
        Carrier(reference="TRA-01", name="Transports Balisiers", price=4800, delay_days=2)
    )
    return World(
        run=ctx.run,
        setting=ctx.setting,
        learner=learner,
        trainer=trainer,
        customer=_customer(ctx, "CLI-0001", "Atelier Lumen", "00012345", date(2024, 3, 1)),
        newcomer=_customer(ctx, "CLI-0002", "Studio Pivoine", "00014712", None),
        supplier=supplier,
        desk=desk,
        lamp=lamp,
        book=book,
        carrier=carrier,
    )


def _product(
    ctx: Context,
    supplier: Supplier,
    reference: str,
    label: str,
    price: int,
    cost: int,
    stock: int,
    vat: int,
    eco: int = 0,
) -> Product:
    return ctx.add(
        Product(
            reference=reference,
            label=label,
            family="furniture",
            price=price,
            cost=cost,
            vat_rate=vat,
            eco=eco,
            physical=stock,
            reserved=0,
            reorder_point=5,
            reorder_quantity=20,
            pack=1,
            stocked=True,
            supplier_id=supplier.id,
        )
    )


def _customer(
    ctx: Context, reference: str, name: str, body: str, known_since: date | None
) -> Customer:
    siren = make_siren(body)
    return ctx.add(
        Customer(
            reference=reference,
            name=name,
            business=True,
            siren=siren,
            siret=make_siret(siren),
            vat_number=make_vat_fr(siren),
            platform_address=siren,
            street="14 rue des Tilleuls",
            postcode="35000",
            town="Rennes",
            country="FR",
            email=f"contact@{body}.example",
            terms="net_30",
            discount=0,
            credit_limit=500000,
            mean_order=120000,
            known_since=known_since,
            practice=False,
            contacts=[Contact(name="Camille Moreau", title="Gérante")],
        )
    )
