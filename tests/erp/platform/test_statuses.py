"""Who may set which status, and after which: the whole table, one line a status."""

import pytest

from sandbox.erp.platform.reasons import CODES, NEEDED, PUBLIC_REFUSAL, REASONS, allowed
from sandbox.erp.platform.statuses import OPEN, RULES, Party, Status, may_follow, may_set, offered

PA_E, PA_R = Party.SENDING_PLATFORM, Party.RECEIVING_PLATFORM
WORKED_ON = {203, 204, 205, 206, 207, 208, 209, 211, 212}

# Status → who may set it, and after which codes (0: nothing was said yet).
TABLE = {
    200: {PA_E: {0}},
    201: {PA_E: {200}},
    202: {PA_R: {201}},
    203: {PA_R: {202}},
    204: {Party.BUYER: WORKED_ON - {204}},
    205: {Party.BUYER: WORKED_ON - {205}},
    206: {Party.BUYER: WORKED_ON - {206}},
    207: {Party.BUYER: WORKED_ON - {207}},
    208: {Party.BUYER: WORKED_ON - {208}},
    209: {Party.SELLER: {208}},
    210: {Party.BUYER: WORKED_ON - {212}},
    211: {Party.BUYER: WORKED_ON - {211, 212}},
    212: {Party.SELLER: (WORKED_ON - {212}) | {200, 201, 202}},
    213: {PA_E: {0}, PA_R: {201, 202}},
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("party", Party)
def test_a_status_is_set_by_its_side_and_in_its_turn(party: Party, status: Status) -> None:
    after = {last for last in Status if may_follow(party, status, last)}
    assert after == TABLE.get(status, {}).get(party, set())


def test_a_rejected_or_refused_invoice_is_at_its_end() -> None:
    for last in (Status.REJECTED, Status.REFUSED):
        assert last.is_terminal
        assert [offered(party, last) for party in Party] == [(), (), (), ()]


def test_a_paid_invoice_may_still_be_disputed_but_not_refused() -> None:
    assert may_follow(Party.BUYER, Status.DISPUTED, Status.CASHED)
    assert not may_follow(Party.BUYER, Status.REFUSED, Status.CASHED)


def test_every_status_but_nothing_has_a_french_name_and_a_phase() -> None:
    assert set(RULES) == set(Status) - {Status.NONE}
    assert {s for s, rule in RULES.items() if rule.mandatory} == {200, 210, 212, 213}
    assert {s for s, rule in RULES.items() if not rule.processing} == {200, 201, 202, 203, 213}
    assert OPEN == WORKED_ON


def test_nobody_sets_the_absence_of_status() -> None:
    assert not any(may_set(party, Status.NONE) for party in Party)


def test_each_status_has_its_own_reasons() -> None:
    assert allowed(Status.REJECTED, "DEST_INC")
    assert not allowed(Status.REFUSED, "DEST_INC")
    assert not allowed(Status.REFUSED, "SIRET_ERR")
    assert not allowed(Status.REFUSED, "PU_ERR")
    assert allowed(Status.DISPUTED, "PU_ERR")
    assert allowed(Status.SUSPENDED, "JUSTIF_ABS")
    assert not allowed(Status.APPROVED, "AUTRE")


def test_a_public_body_refuses_for_more_reasons() -> None:
    assert not allowed(Status.REFUSED, "AUTRE")
    assert allowed(Status.REFUSED, "AUTRE", public=True)


def test_some_statuses_say_nothing_without_a_reason() -> None:
    assert {206, 207, 208, 210, 213} == NEEDED
    assert [s for s in RULES if not allowed(s, "")] == sorted(NEEDED)


def test_every_code_is_told_in_french_with_what_to_do() -> None:
    used = {code for codes in CODES.values() for code in codes} | set(PUBLIC_REFUSAL)
    assert used == set(REASONS)
    assert all(reason.meaning and reason.remedy for reason in REASONS.values())
