"""Working days, and terms."""

from datetime import date

import pytest

from engine.calendar import OutsideCalendar, Term, add_months


def d(text):
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(("country", "start", "count", "end"), [
    ("AL", "2024-04-30", 1, "2024-05-02"),  # Labour Day
    ("ME", "2009-12-31", 1, "2010-01-04"),  # New Year, then a weekend
    ("RS", "2024-05-02", 1, "2024-05-07"),  # Orthodox Good Friday and Monday
    ("IT", "2009-12-24", 1, "2009-12-28"),
    ("ME", "2009-10-09", 2, "2009-10-13"),
])  # fmt: skip
def test_working_days_skip_weekends_and_the_holidays_of_that_country(lawbook, country, start, count, end):
    assert lawbook.calendar(country).add_working_days(d(start), count) == d(end)


def test_no_working_days_is_the_same_day_even_on_a_sunday(lawbook):
    assert lawbook.calendar("ME").add_working_days(d("2009-10-04"), 0) == d("2009-10-04")


def test_days_outside_the_frozen_tables_are_an_error_and_not_a_guess(lawbook):
    with pytest.raises(OutsideCalendar):
        lawbook.calendar("ME").is_working_day(d("2040-01-01"))
    with pytest.raises(OutsideCalendar):
        lawbook.calendar("ME").is_working_day(d("1999-01-01"))


def test_every_country_has_tables_from_2005_to_2032(lawbook):
    for country in lawbook.countries:
        calendar = lawbook.calendar(country)
        assert calendar.first <= d("2005-01-01")
        assert calendar.last >= d("2032-12-31")
        assert 240 <= calendar.working_days_between(d("2024-01-01"), d("2024-12-31")) <= 258


@pytest.mark.parametrize(("words", "start", "end"), [
    ("40 days", "2009-10-26", "2009-12-05"), ("18 days", "2009-10-26", "2009-11-13"), ("2 months", "2024-12-31", "2025-02-28"),
    ("1 year", "2024-02-29", "2025-02-28"), ("3 weeks", "2024-03-01", "2024-03-22"), ("0 days", "2024-03-01", "2024-03-01"),
])  # fmt: skip
def test_a_term_ends_on_its_last_day(words, start, end):
    assert Term.parse(words).deadline(d(start)) == d(end)


@pytest.mark.parametrize("words", ["forty days", "40", "40 working months", "-3 days", "", "2 fortnights"])
def test_what_is_no_duration_is_said_to_be_none(words):
    with pytest.raises(ValueError, match="expected a duration"):
        Term.parse(words)


def test_working_days_need_a_calendar():
    with pytest.raises(ValueError, match="calendar"):
        Term.parse("10 working days").deadline(d("2024-03-01"))


def test_a_month_after_the_31st_is_the_last_day_of_a_shorter_month():
    assert add_months(d("2024-01-31"), 1) == d("2024-02-29")
