"""The booklet of a learner: made from what stands, frozen at its release, given as files."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sandbox.accounts.models import Account, Cohort
from sandbox.core.calendar import PARIS
from sandbox.core.workbooks import Cell, Table
from sandbox.documents.parts import Party
from sandbox.documents.rendering import render
from sandbox.documents.snapshots_booklet import (
    BookletCriterion,
    BookletRun,
    BookletText,
    EvaluationBooklet,
)
from sandbox.evaluation.judgement.parameters import Parameters
from sandbox.evaluation.reac import reac
from sandbox.evaluation.versioning import rules_version
from sandbox.journal.recording import canonical
from sandbox.training.judging.errors import NothingToRelease
from sandbox.training.judging.models import Booklet, JudgementEntry, Kind
from sandbox.training.judging.progress import (
    CriterionProgress,
    JudgedRun,
    criteria_of,
    judged_runs,
    standing_of,
)
from sandbox.training.judging.stream import BOOKLET, Note, Said, append
from sandbox.training.judging.texts import rated_texts

Names = Mapping[int, str]


def booklets_of(session: Session, learner_id: int) -> Sequence[Booklet]:
    """Every version that was released, latest first."""
    return session.scalars(
        select(Booklet).where(Booklet.learner_id == learner_id).order_by(Booklet.version.desc())
    ).all()


def booklet_of(session: Session, learner_id: int, version: int) -> Booklet | None:
    """One version."""
    return session.get(Booklet, (learner_id, version))


def release_booklet(
    session: Session, learner: Account, said: Said, parameters: Parameters
) -> Booklet:
    """Freeze the booklet as it stands, under the next version; the caller commits.

    Its fingerprint goes into the chain of what was said of the latest run. Raises NothingToRelease.
    """
    judged = judged_runs(session, [learner])[learner.id]
    criteria = criteria_of(judged, parameters)
    if not any(one.decision for one in criteria):
        raise NothingToRelease
    version = len(booklets_of(session, learner.id)) + 1
    snapshot = _snapshot(session, learner, said, version, judged, criteria)
    content, pdf = canonical(snapshot.to_json()), render(snapshot)
    fingerprint = hashlib.sha256(content.encode()).hexdigest()
    printed = hashlib.sha256(pdf).hexdigest()
    note = Note(Kind.RELEASE, BOOKLET, {"version": version, "sha256": fingerprint, "pdf": printed})
    at = append(session, judged[-1].played.run.id, said, note)[0].at
    found = Booklet(
        learner_id=learner.id,
        version=version,
        at=at,
        author_id=said.author_id,
        content=content,
        sha256=fingerprint,
        pdf=pdf,
    )
    session.add(found)
    session.flush()
    return found


def _snapshot(
    session: Session,
    learner: Account,
    said: Said,
    version: int,
    judged: Sequence[JudgedRun],
    criteria: Sequence[CriterionProgress],
) -> EvaluationBooklet:
    names = _names(session, judged, said)
    cohort = session.get_one(Cohort, learner.cohort_id)
    noted = [e for one in judged for e in one.stream.observations]
    return EvaluationBooklet(
        reference=f"{learner.login} v{version}",
        issued_on=said.at.astimezone(PARIS).date(),
        seller=_party(cohort.name),
        customer=_party(learner.name),
        version=version,
        qualification=reac().title,
        login=learner.login,
        class_name=cohort.name,
        trainer=names[said.author_id],
        rules_version=rules_version(),
        runs=tuple(_run(one) for one in standing_of(judged)),
        criteria=tuple(_criterion(one, names, noted) for one in criteria),
        texts=tuple(text for one in standing_of(judged) for text in _texts(session, one)),
        remarks=tuple(entry.reason for entry in noted if not entry.key),
    )


def _party(name: str) -> Party:
    return Party(name=name, street="", postcode="", town="")


def _names(session: Session, judged: Iterable[JudgedRun], said: Said) -> dict[int, str]:
    """Names of whoever spoke."""
    spoke = {said.author_id, *(e.author_id for one in judged for e in one.stream.entries)}
    rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(spoke)))
    return dict(rows.all())


def _run(one: JudgedRun) -> BookletRun:
    run = one.played.run
    return BookletRun(
        title=one.played.setting.title,
        scenario=run.scenario,
        scenario_digest=run.digest,
        mode=one.played.mode.label,
        seed=run.seed,
        company_day=run.clock.date(),
        entries=run.entry_seq,
        journal_head=run.head_hash,
        is_over=not one.played.is_open,
    )


def _criterion(
    one: CriterionProgress, names: Names, noted: Iterable[JudgementEntry]
) -> BookletCriterion:
    decision = one.decision
    return BookletCriterion(
        code=one.code,
        title=one.title,
        occasions=one.proposal.opportunities,
        met=one.proposal.met,
        proposed=one.proposal.level.label,
        proposed_because=one.proposal.reasons,
        decided=one.decided.label if one.decided else "",
        decided_by=names.get(decision.author_id, "") if decision else "",
        decided_on=decision.moment.astimezone(PARIS).date() if decision else None,
        reason=decision.reason if decision else "",
        observations=tuple(entry.reason for entry in noted if entry.key == one.code),
    )


def _texts(session: Session, one: JudgedRun) -> Iterator[BookletText]:
    for rated in rated_texts(session, one.played.run.id, one.stream, released_only=False):
        yield BookletText(
            run=one.played.setting.title,
            subject=rated.message.subject,
            levels=tuple(f"{item} : {level}" for item, level in rated.levels),
            comments=rated.comments,
        )


def tables(booklet: Booklet) -> list[Table]:
    """The same words for a spreadsheet, from the frozen content alone."""
    said = booklet.data
    return [
        Table(f"Livret v{booklet.version}", ("Rubrique", "Contenu"), _identity(booklet, said)),
        Table("Parties", _RUN_HEADS, (_values(run, _RUN_KEYS) for run in said["runs"])),
        Table("Critères", _CRITERION_HEADS, (_line(one) for one in said["criteria"])),
        Table("Écrits", ("Partie", "Écrit", "Grille", "Commentaire"), _rated(said["texts"])),
    ]


_RUN_KEYS = ("title", "mode", "company_day", "scenario_digest", "seed", "entries", "journal_head")
_RUN_HEADS = ("Scénario", "Mode", "Jour atteint", "Version", "Graine", "Écritures", "Journal")
_CRITERION_HEADS = (
    *("Critère", "Intitulé", "Occasions", "Réussies", "Proposé", "Décidé"),
    *("Par", "Le", "Motif", "Observations"),
)
_CRITERION_KEYS = (
    *("code", "title", "occasions", "met", "proposed", "decided"),
    *("decided_by", "decided_on", "reason"),
)


def _values(said: Mapping[str, Any], keys: Iterable[str]) -> list[Cell]:
    return [said[key] for key in keys]


def _line(one: Mapping[str, Any]) -> list[Cell]:
    return [*_values(one, _CRITERION_KEYS), " / ".join(one["observations"])]


def _rated(texts: Iterable[Mapping[str, Any]]) -> Iterator[list[Cell]]:
    for one in texts:
        levels, comments = (" / ".join(one[key]) for key in ("levels", "comments"))
        yield [one["run"], one["subject"], levels, comments]


def _identity(booklet: Booklet, said: Mapping[str, Any]) -> list[list[Cell]]:
    return [
        ["Avertissement", "Données simulées : ne remplace pas la période en entreprise"],
        ["Apprenant", said["customer"]["name"]],
        ["Identifiant", said["login"]],
        ["Classe", said["class_name"]],
        ["Titre préparé", said["qualification"]],
        ["Publié le", said["issued_on"]],
        ["Publié par", said["trainer"]],
        ["Version des règles", said["rules_version"]],
        ["Empreinte", booklet.sha256],
        *(["Observation", each] for each in said["remarks"]),
    ]
