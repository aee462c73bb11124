"""Expressions of time as dates, counted from the day of publication; nothing is stretched beyond what was said."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from imbroglio.knowledge.time import TimeWords, load_time

_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_DECADE = re.compile(r"\b(1[89]\d0|20\d0)s\b")
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_AGO = re.compile(r"\b(\w+) (day|week|month|year|decade)s? (?:ago|earlier|before)\b")
_RELATIVE = re.compile(r"\b(last|past|previous|this|next|coming)\b")
_RANGE = re.compile(r"^(?:between|from) (.+?) (?:and|to|until|till|through) (.+)$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end`, ends included; `None` is open. `exact` when both known ends are single days."""

    start: date | None
    end: date | None
    exact: bool = False


def resolve(phrase: str, published: date | None, ahead: bool = False) -> Stretch | None:
    """The dates that a phrase such as "since March 2014" or "on Friday" names, or None if it names none.

    `published` anchors what is relative ("last spring"); without it only absolute dates resolve. `ahead` says that the
    relation lies in the future, so that "in March" is the next one.
    """
    words = " ".join(phrase.lower().replace(",", " ").replace(".", " ").split())
    if between := _RANGE.match(words):
        first, last = (_point(part, published, ahead) for part in between.groups())
        if (
            first is not None
            and first.start is not None
            and first.start.year
            and last is not None
            and last.end is not None
        ):
            if not _YEAR.search(between[1]) and _YEAR.search(between[2]):
                first = _point(f"{between[1]} {last.end.year}", published, ahead) or first
            if first.start is not None and first.start <= last.end:
                return Stretch(first.start, last.end, first.exact and last.exact)
    found = _point(words, published, ahead)
    if found is None:
        return None
    opener = words.split()[0]
    if opener in ("since", "from") or words.startswith(("ever since", "starting")):
        return Stretch(found.start, None, found.exact)
    if opener in ("until", "till"):
        return Stretch(None, found.end, found.exact)
    if opener == "before":
        return Stretch(None, found.start, False)
    if opener == "after":
        return Stretch(found.start, None, False)
    return found


def _point(words: str, published: date | None, ahead: bool) -> Stretch | None:
    time = load_time()
    tokens = words.split()
    if iso := _ISO.search(words):
        return _whole_day(int(iso[1]), int(iso[2]), int(iso[3]))
    if decade := _DECADE.search(words):
        return Stretch(date(int(decade[1]), 1, 1), date(int(decade[1]) + 9, 12, 31))
    year = int(y[1]) if (y := _YEAR.search(words)) else None
    month = next((time.months[t] for t in tokens if t in time.months and not (t == "may" and len(tokens) == 1)), None)
    if month is not None:
        return _in_month(tokens, month, year, published, ahead, time)
    season = next((time.seasons[t] for t in tokens if t in time.seasons), None)
    if season is not None:
        return _season(season, year, words, published, ahead)
    if year is not None:
        return Stretch(date(year, 1, 1), date(year, 12, 31))
    return _relative(words, tokens, published, ahead, time) if published else None


def _whole_day(year: int, month: int, day: int) -> Stretch | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Stretch(found, found, True)


def _in_month(
    tokens: list[str], month: int, year: int | None, published: date | None, ahead: bool, time: TimeWords
) -> Stretch | None:
    at = next(n for n, t in enumerate(tokens) if time.months.get(t) == month)
    around = [
        *tokens[max(0, at - 1) : at],
        *tokens[at + 1 : at + 2],
        *(tokens[max(0, at - 2) : at - 1] if tokens[at - 1] == "of" else []),
    ]
    day = next((int(m[1]) for t in around if (m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", t))), None)
    if year is None:
        if published is None:
            return None
        year = published.year
        here = (month, day or 1) if day else (month, 1)
        if ahead and here < (published.month, published.day if day else 1):
            year += 1
        elif not ahead and here > (published.month, published.day):
            year -= 1
    if day is not None:
        return _whole_day(year, month, day)
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _season(
    season: tuple[int, int], year: int | None, words: str, published: date | None, ahead: bool
) -> Stretch | None:
    first, last = season

    def of(y: int) -> Stretch:
        end = y + (last < first)
        return Stretch(date(y, first, 1), date(end, last, monthrange(end, last)[1]))

    if year is not None:
        return of(year)
    if published is None:
        return None
    found = [of(published.year + k) for k in (-2, -1, 0, 1)]
    if ahead or "next" in words:
        return next((s for s in found if s.start and s.start > published), None)
    if "last" in words:
        return next((s for s in reversed(found) if s.end and s.end < published), None)
    return next((s for s in reversed(found) if s.start and s.start <= published), None)


def _relative(words: str, tokens: list[str], published: date, ahead: bool, time: TimeWords) -> Stretch | None:
    for token in tokens:
        if token in time.days:
            day = published + timedelta(days=time.days[token])
            return Stretch(day, day, True)
        if token in time.weekdays:
            return _weekday(time.weekdays[token], words, published, ahead)
    if ago := _AGO.search(words):
        return _ago(ago[1], ago[2], published, time)
    which = _RELATIVE.search(words)
    unit = next(
        (time.units.get(t) or time.units.get(t.removesuffix("s")) for t in tokens if t.removesuffix("s") in time.units),
        None,
    )
    if which and unit and not any(t.endswith("s") and t[:-1] in time.units for t in tokens):
        return _calendar_unit(
            unit, {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which[1], 0), published
        )
    return None


def _weekday(weekday: int, words: str, published: date, ahead: bool) -> Stretch:
    back = (published.weekday() - weekday) % 7
    day = published - timedelta(days=back)
    if ahead or "next" in words.split():
        day = published + timedelta(days=(weekday - published.weekday()) % 7)
    elif "last" in words.split() and back == 0:
        day -= timedelta(days=7)
    return Stretch(day, day, True)


def _ago(number: str, unit: str, published: date, time: TimeWords) -> Stretch | None:
    n = int(number) if number.isdigit() and len(number) < 4 else time.numbers.get(number)
    if n is None:
        return None
    if unit in ("day", "week"):
        day = published - timedelta(days=n * (7 if unit == "week" else 1))
        return Stretch(day, day, True) if unit == "day" else Stretch(day - timedelta(days=3), day + timedelta(days=3))
    if unit == "month":
        return _calendar_month(published, -n)
    year = published.year - n * (10 if unit == "decade" else 1)
    return Stretch(date(year, 1, 1), date(year, 12, 31)) if year > 1800 else None


def _calendar_unit(unit: str, shift: int, published: date) -> Stretch | None:
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        return Stretch(monday, monday + timedelta(days=6))
    if unit == "month":
        return _calendar_month(published, shift)
    if unit == "year":
        return Stretch(date(published.year + shift, 1, 1), date(published.year + shift, 12, 31))
    return None


def _calendar_month(published: date, shift: int) -> Stretch:
    months = published.year * 12 + published.month - 1 + shift
    year, month = divmod(months, 12)
    return Stretch(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))
