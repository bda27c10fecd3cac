"""What people say of a finding replaces what the machine said, under a key that lasts."""

from sandbox.evaluation.judgement.amending import amend, finding_under, keyed
from sandbox.evaluation.model import Finding, Outcome
from sandbox.evaluation.report import CriterionReport, Report, Verdict


def finding(rule: str, subject: str, outcome: Outcome = Outcome.MISSED) -> Finding:
    return Finding(outcome, subject, "", (1,), rule, "CP1.1", blocking=True)


def report(*findings: Finding) -> Report:
    return Report((CriterionReport("CP1.1", "", findings),))


def test_a_key_names_rule_subject_and_rank() -> None:
    findings = [finding("r", "CDE-1"), finding("r", "CDE-2"), finding("r", "CDE-1")]
    assert [key for key, _ in keyed(findings)] == ["r@CDE-1#1", "r@CDE-2#1", "r@CDE-1#2"]


def test_keys_stay_when_the_journal_grows() -> None:
    before = [finding("r", "CDE-1")]
    after = [*before, finding("r", "CDE-9"), finding("r", "CDE-1")]
    assert dict(keyed(before)).keys() <= dict(keyed(after)).keys()


def test_an_override_changes_the_verdict_and_nothing_else() -> None:
    machine = report(finding("r", "CDE-1"))
    amended = amend(machine, {"r@CDE-1#1": Outcome.MET, "r@CDE-7#1": Outcome.MISSED})
    assert machine["CP1.1"].verdict == Verdict.MISSED
    assert amended["CP1.1"].verdict == Verdict.MET
    assert amended["CP1.1"].findings[0].evidence == (1,)


def test_what_is_contested_does_not_count() -> None:
    amended = amend(report(finding("r", "CDE-1")), {"r@CDE-1#1": Outcome.CONTESTED})
    assert amended["CP1.1"].verdict == Verdict.NOT_OBSERVED


def test_a_finding_is_found_under_its_key() -> None:
    assert finding_under(report(finding("r", "CDE-1")), "r@CDE-1#1") is not None
    assert finding_under(report(finding("r", "CDE-1")), "r@CDE-1#2") is None
