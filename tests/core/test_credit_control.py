"""Credit checks, delegation, dunning calendar and indicators at their edges."""

from datetime import date

import pytest

from sandbox.core import credit, dunning
from sandbox.core.credit import Post, Verdict
from sandbox.core.dunning import AgeBucket, DunningStage

DUE = date(2026, 10, 8)


@pytest.mark.parametrize(
    ("order", "verdict", "excess"),
    [
        (99_900, Verdict.ACCEPT, 0),
        (100_000, Verdict.ACCEPT_WITH_WARNING, 0),
        (150_000, Verdict.ACCEPT_WITH_WARNING, 0),
        (150_001, Verdict.BLOCK, 1),
    ],
)
def test_eighty_percent_warns_and_over_the_limit_blocks(
    order: int, verdict: Verdict, excess: int
) -> None:
    found = credit.check_order(100_000, 250_000, order)
    assert (found.verdict, found.excess) == (verdict, excess)


def test_a_customer_without_a_limit_is_blocked_at_the_first_cent() -> None:
    assert credit.check_order(0, 0, 1).verdict is Verdict.BLOCK
    assert credit.check_order(0, 0, 0).verdict is Verdict.ACCEPT


def test_an_overrun_limit_leaves_a_negative_availability() -> None:
    assert credit.exposure(open_invoices=300, limit=200).available == -100


@pytest.mark.parametrize(
    ("asked", "post"),
    [
        ({}, Post.SALES_ASSISTANT),
        ({"order_net": 500_000, "discount": 500}, Post.SALES_ASSISTANT),
        ({"order_net": 500_001}, Post.SALES_REP),
        ({"discount": 501}, Post.SALES_REP),
        ({"order_net": 840_000, "discount": 1_200}, Post.SALES_MANAGER),
        ({"discount": 2_001}, Post.DIRECTOR),
        ({"order_net": 3_000_001}, Post.DIRECTOR),
        ({"over_limit": 1}, Post.SALES_MANAGER),
        ({"over_limit": 1_001}, Post.CREDIT_MANAGER),
        ({"instalments": 3, "plan_days": 30}, Post.SALES_MANAGER),
        ({"instalments": 2, "plan_days": 120}, Post.CREDIT_MANAGER),
        ({"goodwill": 25_001}, Post.SALES_MANAGER),
    ],
)
def test_the_highest_post_needed_decides(asked: dict[str, int], post: Post) -> None:
    assert credit.approver(**asked) is post
    assert credit.may(post, **asked)


@pytest.mark.parametrize(
    ("age", "delay", "bureau", "total"),
    [(1, 31, 0, 40), (2, 30, 2, 51), (5, 6, 62, 73), (6, None, 100, 83), (6, 5, 100, 95)],
)
def test_the_score_follows_the_house_grid(
    age: int, delay: int | None, bureau: int, total: int
) -> None:
    found = credit.score(
        age_years=age,
        equity_positive=True,
        incident=False,
        average_delay=delay,
        bureau_score=bureau,
        sector_risk=credit.SectorRisk.MEDIUM,
    )
    assert found.total == total


def test_the_suggested_limit_is_the_smaller_weighed_by_class_to_the_hundred() -> None:
    assert credit.suggested_limit(14_400_000, 45, 21_000_000, "B") == 1_800_000
    assert credit.suggested_limit(14_400_000, 45, 9_999_900, "A") == 1_240_000
    assert credit.suggested_limit(14_400_000, 45, 21_000_000, "D") == 0
    assert credit.suggested_limit(14_400_000, 45, -100, "A") == 0


def test_dunning_steps_fall_on_worked_days() -> None:
    planned = {step.stage: str(step.on) for step in dunning.dunning_plan(DUE)}
    assert planned[DunningStage.PRE_REMINDER] == "2026-10-05"
    assert planned[DunningStage.CALL] == "2026-10-12"
    assert planned[DunningStage.FORMAL_NOTICE] == "2026-11-09"
    assert DunningStage.FORMAL_NOTICE.label == "mise en demeure"


@pytest.mark.parametrize(
    ("today", "bucket"),
    [
        ("2026-10-08", AgeBucket.NOT_DUE),
        ("2026-10-09", AgeBucket.DAYS_1_30),
        ("2026-11-07", AgeBucket.DAYS_1_30),
        ("2026-11-08", AgeBucket.DAYS_31_60),
        ("2026-12-08", AgeBucket.DAYS_61_90),
        ("2027-01-06", AgeBucket.DAYS_61_90),
        ("2027-01-07", AgeBucket.OVER_90),
    ],
)
def test_a_debt_grows_old_by_thirty_days(today: str, bucket: AgeBucket) -> None:
    assert dunning.age_bucket(DUE, date.fromisoformat(today)) is bucket
    assert bucket.label


def test_indicators_of_an_empty_company_are_zero() -> None:
    assert dunning.aged_balance(DUE, []).overdue_rate == 0
    assert dunning.average_delay([]) == dunning.AverageDelay(0, 0)
    assert dunning.dso(100, 0, 30) == 0
    assert dunning.dso_countback(100, []) == 0
