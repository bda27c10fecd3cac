"""The Saxon process: it may die, hang or be missing; no invoice is called right because of it."""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from sandbox.documents.commands import FAILED, NOT_JUDGED, PASSED, einvoice_group
from sandbox.documents.einvoice import cii, schematron
from sandbox.documents.einvoice.checks import check
from sandbox.documents.einvoice.results import LayerName, Verdict
from sandbox.documents.einvoice.schematron import Saxon
from sandbox.documents.einvoice.wording import problems_in
from tests.documents.einvoice.bills import invoice

XML = cii(invoice())
posix = pytest.mark.skipif(sys.platform == "win32", reason="no signal to stop a process there")


@pytest.fixture(scope="module")
def saxon() -> Iterator[Saxon]:
    """A process of our own, that may be ill-treated."""
    worker = Saxon(seconds=20)
    yield worker
    worker.close()


def passes(worker: Saxon) -> bool:
    return check(XML, worker).verdict == Verdict.PASSED


def test_one_process_serves_one_check_after_another(saxon: Saxon) -> None:
    assert passes(saxon)
    first = saxon.pid
    assert passes(saxon)
    assert saxon.pid == first


def test_a_process_killed_between_two_checks_is_started_again(saxon: Saxon) -> None:
    assert passes(saxon)
    killed = saxon.pid
    os.kill(killed, signal.SIGTERM)
    assert passes(saxon)
    assert saxon.pid != killed


@posix
def test_a_process_killed_in_the_middle_of_a_check_loses_nothing(saxon: Saxon) -> None:
    assert passes(saxon)
    killed = saxon.pid
    os.kill(killed, signal.SIGSTOP)
    threading.Timer(0.2, os.kill, (killed, signal.SIGKILL)).start()
    assert passes(saxon)
    assert saxon.pid not in (None, killed)


def test_threads_wait_for_one_another(saxon: Saxon) -> None:
    found: list[bool] = []
    threads = [threading.Thread(target=lambda: found.append(passes(saxon))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 6


def assert_pending(worker: Saxon, why: str) -> None:
    report = check(XML, worker)
    assert report.verdict == Verdict.PENDING
    for name in (LayerName.EN16931, LayerName.BR_FR):
        layer = report.layer(name)
        assert layer is not None
        assert layer.verdict == Verdict.PENDING
        assert why in layer.problems[0].sentence


def test_a_process_too_slow_twice_leaves_the_check_pending() -> None:
    hurried = Saxon(seconds=0.01)
    assert_pending(hurried, "ne répond pas")
    assert hurried.pid is None


def test_without_the_extension_the_check_is_pending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schematron, "find_spec", lambda _name: None)
    assert_pending(Saxon(), "l’extension « einvoice » n’est pas installée")


def test_rules_that_cannot_be_run_leave_the_check_pending(saxon: Saxon) -> None:
    with pytest.raises(schematron.ControlPending, match="Contrôle en attente"):
        saxon.reports("<a/>", [Path("nowhere.xslt")])
    assert passes(saxon)


def test_a_report_where_no_rule_fired_is_a_problem() -> None:
    empty = '<svrl:schematron-output xmlns:svrl="http://purl.oclc.org/dsdl/svrl"/>'
    assert [problem.rule for problem in problems_in(empty)] == ["AUCUNE-REGLE"]


def run(*arguments: object) -> tuple[int, str]:
    answer = CliRunner().invoke(einvoice_group, ["check", *map(str, arguments)])
    return answer.exit_code, answer.output


def test_the_command_says_each_layer_and_its_exit_code(tmp_path: Path) -> None:
    good, bad, text = (tmp_path / name for name in ("bonne.xml", "fausse.xml", "texte.xml"))
    good.write_bytes(XML)
    bad.write_bytes(XML.replace(b"000123455", b"000123456"))
    text.write_bytes(b"Bonjour")
    code, said = run(good)
    assert (code, "Règles françaises BR-FR (Schematron) : conforme" in said) == (PASSED, True)
    code, said = run(good, bad, text)
    assert (code, "[C-SIREN] Le SIREN du client" in said) == (FAILED, True)
    assert run(text)[0] == NOT_JUDGED


def test_the_command_does_not_pass_what_is_pending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schematron, "find_spec", lambda _name: None)
    (tmp_path / "bonne.xml").write_bytes(XML)
    code, said = run(tmp_path / "bonne.xml")
    assert (code, "contrôle en attente" in said) == (NOT_JUDGED, True)
