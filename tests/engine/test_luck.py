"""Luck belongs to what it is for."""

from engine.luck import Luck, days_at, pert_table, quantile


def test_the_same_thing_has_the_same_luck_whatever_was_asked_before():
    quiet, busy = Luck(7), Luck(7)
    for number in range(50):
        busy.draw("something else", str(number))
    assert quiet.draw("answers", "RS-1") == busy.draw("answers", "RS-1")


def test_another_seed_is_other_luck():
    assert Luck(1).draw("x") != Luck(2).draw("x")


def test_a_chance_of_nought_never_happens_and_of_a_hundred_always():
    luck = Luck(3)
    assert not any(luck.chance(0, str(n)) for n in range(300))
    assert all(luck.chance(100, str(n)) for n in range(300))


def test_thirty_chances_in_a_hundred_happen_about_thirty_times_in_a_hundred():
    luck = Luck(5)
    assert 550 < sum(luck.chance(30, str(n)) for n in range(2000)) < 650


def test_days_lie_between_the_shortest_and_the_longest_and_gather_at_the_usual():
    luck = Luck(11)
    drawn = [luck.days((10, 15, 40), str(n)) for n in range(2000)]
    assert min(drawn) >= 10
    assert max(drawn) <= 40
    assert 15 <= sorted(drawn)[1000] <= 21


def test_a_fixed_spread_is_always_the_same_day():
    assert {Luck(n).days((5, 5, 5), "x") for n in range(50)} == {5}


def test_a_lower_draw_is_never_a_longer_delay():
    table = pert_table((1, 3, 20))
    assert list(table) == sorted(table)
    assert [days_at((1, 3, 20), (n << 53) // 100) for n in range(100)] == sorted(days_at((1, 3, 20), (n << 53) // 100) for n in range(100))


def test_quantiles_rise():
    assert quantile((1, 3, 20), 1, 20) <= quantile((1, 3, 20), 10, 20) <= quantile((1, 3, 20), 19, 20)
