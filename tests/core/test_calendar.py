"""Company time around week-ends, All Saints' Day and 11 November 2026."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.core.calendar import (
    PARIS,
    WorkingHours,
    add_months,
    add_open_days,
    add_working_days,
    add_working_minutes,
    end_of_month,
    is_open,
    is_working_day,
    next_opening,
    next_working_day,
    paris,
    previous_working_day,
    public_holidays,
    tomorrow_opening,
    working_days_between,
    working_minutes_between,
)

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
MOMENTS = st.builds(
    lambda day, minute: datetime.combine(day, time(*divmod(minute, 60)), PARIS),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(0, 24 * 60 - 1),
)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2026-10-30", True),
        ("2026-10-31", False),
        ("2026-11-01", False),
        ("2026-11-02", True),
        ("2026-11-11", False),
        ("2026-11-12", True),
        ("2026-12-25", False),
        ("2026-12-26", False),
        ("2027-01-01", False),
        ("2027-03-29", False),
        ("2027-05-17", False),
    ],
)
def test_the_company_rests_on_weekends_and_french_holidays(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


def test_holidays_have_french_names_whatever_the_machine_speaks() -> None:
    assert public_holidays(2026)[date(2026, 11, 11)] == "Armistice"
    assert len(public_holidays(2026)) == 11


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-10-30", 1, "2026-11-02"),
        ("2026-10-31", 1, "2026-11-02"),
        ("2026-11-10", 1, "2026-11-12"),
        ("2026-11-10", 3, "2026-11-16"),
        ("2026-11-11", 0, "2026-11-12"),
        ("2026-11-12", 0, "2026-11-12"),
        ("2026-11-12", -1, "2026-11-10"),
        ("2026-11-01", -1, "2026-10-30"),
        ("2026-12-31", 1, "2027-01-04"),
        ("2027-01-04", -1, "2026-12-31"),
        ("2026-12-31", 600, "2029-05-18"),
    ],
)
def test_working_days_are_counted_over_what_is_off(day: str, count: int, expected: str) -> None:
    assert str(add_working_days(date.fromisoformat(day), count)) == expected


@given(DAYS, st.integers(1, 600))
def test_counting_days_and_adding_them_agree(day: date, count: int) -> None:
    later = add_working_days(day, count)
    assert is_working_day(later)
    assert working_days_between(day, later) == count
    assert working_days_between(later, day) == -count


@given(DAYS)
def test_the_next_and_previous_worked_days_frame_a_day(day: date) -> None:
    before, after = previous_working_day(day), next_working_day(day)
    assert before <= day <= after
    assert (before == after == day) is is_working_day(day)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        ("2026-11-09", 3, "2026-11-13"),
        ("2026-11-18", 3, "2026-11-21"),
        ("2026-11-19", 3, "2026-11-23"),
        ("2026-11-06", 7, "2026-11-16"),
    ],
)
def test_saturday_counts_for_the_carrier_but_sunday_and_holidays_do_not(
    day: str, count: int, expected: str
) -> None:
    assert str(add_open_days(date.fromisoformat(day), count)) == expected


def test_months_end_where_they_can() -> None:
    assert add_months(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert add_months(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months(date(2027, 1, 15), -1) == date(2026, 12, 15)
    assert end_of_month(date(2028, 2, 3)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        (paris(2026, 11, 2, 8, 30), paris(2026, 11, 2, 17, 30), 480),
        (paris(2026, 11, 2, 12, 0), paris(2026, 11, 2, 14, 0), 60),
        (paris(2026, 11, 2, 6, 0), paris(2026, 11, 2, 8, 0), 0),
        (paris(2026, 11, 10, 17, 0), paris(2026, 11, 12, 9, 0), 60),
        (paris(2026, 10, 30, 17, 0), paris(2026, 11, 1, 12, 0), 30),
        (paris(2026, 11, 7, 10, 0), paris(2026, 11, 8, 10, 0), 0),
        (paris(2026, 11, 8, 10, 0), paris(2026, 11, 9, 9, 0), 30),
        (paris(2026, 12, 31, 8, 30), paris(2027, 1, 4, 8, 30), 480),
        (paris(2026, 11, 2, 9, 0), paris(2026, 11, 2, 8, 45), -15),
    ],
)
def test_only_company_minutes_count(start: datetime, end: datetime, minutes: int) -> None:
    assert working_minutes_between(start, end) == minutes


@pytest.mark.parametrize(
    ("at", "minutes", "expected"),
    [
        (paris(2026, 11, 2, 9, 0), 30, paris(2026, 11, 2, 9, 30)),
        (paris(2026, 11, 2, 12, 0), 30, paris(2026, 11, 2, 12, 30)),
        (paris(2026, 11, 2, 12, 0), 31, paris(2026, 11, 2, 13, 31)),
        (paris(2026, 11, 2, 8, 30), 480, paris(2026, 11, 2, 17, 30)),
        (paris(2026, 11, 10, 17, 0), 60, paris(2026, 11, 12, 9, 0)),
        (paris(2026, 10, 31, 10, 0), 0, paris(2026, 11, 2, 8, 30)),
        (paris(2026, 10, 31, 10, 0), 10, paris(2026, 11, 2, 8, 40)),
        (paris(2026, 11, 2, 13, 0), 0, paris(2026, 11, 2, 13, 30)),
    ],
)
def test_company_minutes_are_added_over_lunch_nights_and_holidays(
    at: datetime, minutes: int, expected: datetime
) -> None:
    assert add_working_minutes(at, minutes) == expected


@given(MOMENTS, st.integers(1, 50_000))
def test_minutes_added_are_the_minutes_counted(at: datetime, minutes: int) -> None:
    later = add_working_minutes(at, minutes)
    assert working_minutes_between(at, later) == minutes
    assert working_minutes_between(at, later - timedelta(minutes=1)) == minutes - 1


@given(MOMENTS)
def test_the_next_opening_is_open_and_no_work_is_missed_before_it(at: datetime) -> None:
    opens = next_opening(at)
    assert opens >= at
    assert is_open(opens)
    assert working_minutes_between(at, opens) == 0


def test_tomorrow_opens_on_the_next_worked_day() -> None:
    assert tomorrow_opening(paris(2026, 11, 10, 11, 0)) == paris(2026, 11, 12, 8, 30)
    assert tomorrow_opening(paris(2026, 11, 6, 18, 0)) == paris(2026, 11, 9, 8, 30)
    assert next_opening(paris(2026, 11, 9, 7, 0)) == paris(2026, 11, 9, 8, 30)


def test_a_company_may_keep_other_hours() -> None:
    hours = WorkingHours(time(9, 0), None, time(16, 0))
    assert hours.length() == 420
    assert add_working_minutes(paris(2026, 11, 2, 15, 0), 90, hours) == paris(2026, 11, 3, 9, 30)


def test_moments_elsewhere_are_brought_to_paris_and_naive_ones_refused() -> None:
    assert next_opening(datetime(2026, 11, 2, 9, 0, tzinfo=UTC)) == paris(2026, 11, 2, 10, 0)
    with pytest.raises(ValueError, match="fuseau horaire"):
        next_opening(datetime(2026, 11, 2, 9, 0))  # noqa: DTZ001
    with pytest.raises(ValueError, match="négative"):
        add_working_minutes(paris(2026, 11, 2), -1)
