"""The time rules compiled, and their matches turned into local values ("XXXX-10-05", "ago:8D", "wd:4")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from warmonitor.errors import BadRule
from warmonitor.lexicon import times as lexicon
from warmonitor.lexicon.times import TimeRule, alternatives

_APPROXIMATELY = (
    "(?:(?:about|around|some|nearly|almost|over|more than|less than|no more than|only|just|barely|at least|up to|under|roughly|"
    "close to|a full|another|a mere|a little more than|little more than|at most|a further|well over|an estimated) )?"
)
_MARK = re.compile(r"(?<!\?P)<([a-z]+)(\d*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_TURN = {
    "next": "after",
    "following": "after",
    "subsequent": "after",
    "previous": "before",
    "preceding": "before",
    "prior": "before",
}
_SPAN = {"recent": "past", "last": "past", "previous": "past", "preceding": "past", "next": "coming", "subsequent": "after",
         "following": "after", "intervening": "span", "first": "span", "final": "span"}  # fmt: skip
_WHEN = {"this past": "last", "this last": "last", "the past": "last", "this coming": "next", "the coming": "next"}
_DEICTIC = {"today": "this:D", "yesterday": "last:D", "tomorrow": "next:D", "tonight": "this:DTNI", "last night": "last:DTNI",
            "overnight": "overnight", "the day before yesterday": "ago:2D", "the day after tomorrow": "hence:2D"}  # fmt: skip
_SET = {
    "daily": "D",
    "everyday": "D",
    "nightly": "D",
    "weekly": "W",
    "monthly": "M",
    "yearly": "Y",
    "annually": "Y",
    "hourly": "TH",
}
_HALF = {"first half": "H1", "second half": "H2", "latter half": "H2", "last half": "H2", "first quarter": "Q1",
         "second quarter": "Q2", "last quarter": "Q4"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rule ready to be tried at the start of a word."""

    rule: TimeRule
    pattern: re.Pattern[str]


@cache
def fragments() -> dict[str, str]:
    """What each <kind> mark of a rule stands for, as a regular expression."""
    ordinals = lexicon.words("ordinals")
    short_ordinals = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
    return {
        "month": _months(),
        "approx": _APPROXIMATELY,
        "wdfull": alternatives(sorted(lexicon.full_forms("weekdays"))),
        "wd": alternatives(list(lexicon.words("weekdays"))),
        "day": r"3[01]|[12]\d|0?[1-9]",
        "year": r"1\d\d\d|20\d\d",
        "yy": r"\d\d",
        "n": _number(),
        "unit": alternatives(list(lexicon.words("units"))),
        "season": alternatives(list(lexicon.words("seasons"))),
        "part": alternatives(list(lexicon.words("parts_of_day"))),
        "ord": rf"\d{{1,2}}(?:st|nd|rd|th)|{alternatives(list(ordinals))}",
        "ordd": f"{short_ordinals}|{alternatives(list(ordinals))}",
        "holiday": alternatives(list(lexicon.words("holidays"))),
        "ref": alternatives(list(lexicon.words("references"))),
    }


def _months() -> str:
    full = lexicon.full_forms("months")
    short = [w for w in lexicon.words("months") if w not in full]
    return rf"{alternatives(sorted(full))}|(?:{alternatives(short)})(?!\w)\.?"


def _number() -> str:
    """Digits or number words, the tens factored out."""
    forms = lexicon.words("numbers")
    tens = [w for w, v in forms.items() if v.isdigit() and int(v) >= 20 and int(v) % 10 == 0 and " " not in w]
    others = [w for w in forms if not any(w.startswith(t) for t in tens)]
    ones = [w for w, v in forms.items() if v.isdigit() and 0 < int(v) < 10 and " " not in w and len(w) > 2]
    return rf"\d{{1,3}}(?:\.\d)?|(?:{alternatives(tens)})(?:[- ](?:{alternatives(ones)}))?|{alternatives(others)}"


@cache
def compiled() -> dict[str, tuple[Compiled, ...]]:
    """Kind of word needed -> the rules that need it, in file order."""
    by_need: dict[str, list[Compiled]] = {need: [] for need in lexicon.NEEDS}
    for rule in lexicon.rules():
        by_need[rule.needs].append(Compiled(rule, re.compile(expand(rule) + r"(?!\w)")))
    return {need: tuple(rules) for need, rules in by_need.items()}


def expand(rule: TimeRule) -> str:
    """The pattern with its marks filled in. Raises BadRule for an unknown mark."""

    used: set[str] = set()

    def mark(m: re.Match[str]) -> str:
        if m[1] not in fragments():
            raise BadRule(
                f"time/rules.toml: [{rule.name}] has mark <{m[1]}>; known are {', '.join(sorted(fragments()))}"
            )
        if m[1] == "approx":
            return _APPROXIMATELY
        name = m[1] + m[2]
        if name in used:  # the same kind in another alternative
            name = next(f"{m[1]}{i}" for i in range(2, 10) if f"{m[1]}{i}" not in used)
        used.add(name)
        return f"(?P<{name}>{fragments()[m[1]]})"

    return f"(?:{_MARK.sub(mark, rule.pattern)})"


def local_value(rule: TimeRule, m: re.Match[str]) -> str | None:
    """The local value of a match; None where its numbers make no date (a 31st of February, "00")."""
    given = {k: v for k, v in m.groupdict().items() if v is not None} | {"all": m[0]}
    value = _SLOT.sub(lambda s: _slot(s[1], given), rule.value)
    return None if "?" in value else value


def _slot(name: str, given: dict[str, str]) -> str:
    word = given.get(name) or given.get(f"{name}2") or given.get(f"{name}3")
    kind = re.sub(r"\d$", "", name)
    if kind == "year":
        if word:
            return word
        return f"XX{given['yy']}" if given.get("yy") else "XXXX"
    if word is None:
        return {"n": "X", "nweeks": "1"}.get(name, "")
    return _normal(kind, word, given)


def _normal(kind: str, word: str, given: dict[str, str]) -> str:
    match kind:
        case "month":
            return lexicon.words("months")[word.rstrip(".")]
        case "bcfrom":
            return f"BC{int(word):04d}"
        case "wd" | "wdfull":
            return lexicon.words("weekdays")[word]
        case "day":
            return f"{int(word):02d}"
        case "n":
            return lexicon.words("numbers").get(word.replace("-", " "), word.lstrip("0") or "0")
        case "nweeks":
            return lexicon.words("numbers")[word]
        case "unit":
            return lexicon.words("units")[word]
        case "season":
            return lexicon.words("seasons")[word]
        case "part" | "pod":
            return lexicon.words("parts_of_day").get(word, lexicon.words("parts_of_day").get(word.rstrip("s"), "NI"))
        case "ord" | "ordd":
            number = lexicon.words("ordinals").get(word) or re.sub(r"\D", "", word)
            return f"{int(number):02d}" if kind == "ordd" else str(int(number))
        case "holiday":
            return lexicon.words("holidays")[word]
        case "ref":
            return lexicon.words("references")[word]
        case "yy":
            return f"XX{word}"
        case "bc":
            return f"BC{int(word):04d}"
        case "decade":
            return word.zfill(3)
        case "era":
            return "bc"
        case "turn":
            return _TURN[word]
        case "span":
            return _SPAN.get(word, word)
        case "when":
            return "the" if word in ("this past", "the past") and "weekend" in given["all"] else _WHEN.get(word, word)
        case "deictic":
            return _DEICTIC[word]
        case "set":
            return _SET[word]
        case "how":
            return f"@{word}"
        case "half":
            return ""
        case "piece":
            return _HALF.get(f"{given['half']} {word}", "?")
        case "y2s":
            return given["y1"][:2] + word
    return word
