"""Which time belongs to which happening: by grammar inside a sentence, by counting from another, from the sentences before.

A group is the positions (in Findings.events) of the event mentions that grammar says are one happening.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from warmonitor.assemble.where import head_of, only_talked_of, told_below
from warmonitor.lexicon.times import words
from warmonitor.model.findings import Findings
from warmonitor.model.mention import TimeMention, When

Groups = Sequence[tuple[int, ...]]
_COUNTED = re.compile(r"(?:^|.* )([\w-]+) (day|week)s? (after|following|before|prior)(?: to)?$")
_INEXACT = re.compile(r"less than|more than|nearly|almost|over|within|about|around|some|just over")
_SUBORDINATING = frozenset({"after", "before", "since", "following"})
OBJECT = 14
"""Tokens back from a time within which the event noun stands that it belongs to: "the arrest of two men in the village on Monday"."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The groups as the tokens that carry them: `by_token` trigger and clause tokens, `here` groups by sentence."""

    findings: Findings
    groups: Groups
    by_token: dict[int, int]
    here: dict[int, list[int]]

    @classmethod
    def of(cls, findings: Findings, groups: Groups) -> _Told:
        by_token: dict[int, int] = {}
        here: dict[int, list[int]] = {}
        for n, group in enumerate(groups):
            for k in group:
                e = findings.events[k]
                by_token |= dict.fromkeys(range(e.first, e.last), n)
                by_token.setdefault(e.clause, n)
                listed = here.setdefault(findings.reading.tokens[e.head].sentence, [])
                if n not in listed:
                    listed.append(n)
        return cls(findings, groups, by_token, here)

    def sentence(self, n: int) -> int:
        """The sentence of the group's governing mention."""
        return self.findings.reading.tokens[self.findings.events[self.groups[n][0]].head].sentence


def times_of(findings: Findings, groups: Groups) -> dict[int, list[TimeMention]]:
    """The times of each group that has any, in text order; times of saying belong to none."""
    told = _Told.of(findings, groups)
    times: dict[int, list[TimeMention]] = {}
    counted: list[TimeMention] = []
    for t in findings.times:
        if t.reporting and not _of_event_noun(told, t) or _ranks(told, t):
            continue
        if _count_of(t) is not None and _behind(told, t) is not None:
            counted.append(t)
            continue
        n = _owner(told, t)
        if n is not None:
            times.setdefault(n, []).append(_at_most(t) if _under(told, t, n) else t)
    for t in counted:
        _count(told, t, times)
    _share(told, times)
    _right_after(told, times)
    _so_long_since(told, times)
    return times


_ORDINAL = re.compile(r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$")


def _ranks(told: _Told, t: TimeMention) -> bool:
    """ "the fifth raid since March", "the deadliest attack since 2003": since when something has been counted is not its time."""
    reading = told.findings.reading
    before = reading.tokens[t.first - 1] if t.first else None
    if reading.tokens[t.first].lower != "since" and (before is None or before.lower != "since"):
        return False
    first = reading.sentences[reading.tokens[t.first].sentence].first
    return any(w.tag == "JJS" and w.lower not in ("least", "most") or _ORDINAL.match(w.lower) for w in reading.tokens[first : t.first])


def own_days(findings: Findings, events: Sequence[int]) -> dict[int, When]:
    """The day of each event mention that the words around it alone give it."""
    told = _Told.of(findings, [(k,) for k in events])
    out: dict[int, When] = {}
    for t in findings.times:
        day = t.when is not None and t.when.precision == "day" and t.when.start is not None
        if day and not t.reporting and not begins(findings, t):
            n = _owner(told, t)
            if n is not None and t.when is not None:
                out.setdefault(told.groups[n][0], t.when)
    return out


def set_apart(a: When | None, b: When | None) -> bool:
    """True for two different days, neither of which may be the night between."""
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    return a.end < b.start or b.end < a.start


BEGINNING = frozenset("begin start erupt break flare commence launch resume".split())


def begins(findings: Findings, t: TimeMention) -> bool:
    """True for a time that hangs on a verb of beginning."""
    tokens = findings.reading.tokens
    verb = next(
        (a for a in findings.reading.ancestors(t.last - 1) if a.tag[:1] == "V" and a.i not in range(t.first, t.last)),
        None,
    )
    return verb is not None and verb.lemma in BEGINNING and tokens[t.first].sentence == verb.sentence


# by grammar -------------------------------------------------------------------------------------------------------------
def _owner(told: _Told, t: TimeMention) -> int | None:
    """The group whose words govern an expression; failing that the sentence's only or first one."""
    reading = told.findings.reading
    for i in range(t.first, t.last):
        if i in told.by_token:
            return told.by_token[i]
    head = head_of(reading, t.first, t.last)
    if (other := _told_from(told, t, head)) is not None:
        return other
    crossed = apart = counted = False
    here = told.here.get(reading.tokens[head].sentence, [])
    for a in reading.ancestors(head):
        if a.dep == "relcl" and a.tag in ("VBZ", "VBP") and t.when is not None and t.when.precision == "day":
            continue  # "seized a chief who runs camps in Arda, today": what is done as a rule has no day
        if apart and a.tag[:1] == "V":
            return None  # "the general, who took office in 2019, was shot"
        if a.i in told.by_token:
            return told.by_token[a.i]
        if a.tag[:1] == "V":
            if _foreign(told, a.i, here):
                return None
            if a.dep in ("relcl", "acl") and a.head in told.by_token:
                return told.by_token[a.head]  # "the fighting which flared up on Wednesday, ending a truce"
            if not crossed and (n := _inside(told, a.i, here)) is not None:
                return n
            apart = a.dep == "relcl"
        if counted and a.dep in ("nsubj", "nsubjpass"):
            return None  # "the rebels, at war since June, attacked"
        if a.lower in _SUBORDINATING and a.dep in ("prep", "mark"):
            direct = reading.tokens[head].head == a.i  # "since Tuesday"
            counted, crossed = counted or direct, crossed or not direct
    crossed |= counted
    if not here or apart or crossed and len(here) > 1:
        return None
    return here[0]


def _inside(told: _Told, verb: int, here: list[int]) -> int | None:
    """The group told under a verb that is none itself ("sank boats in a clash on Wednesday", "said that …")."""
    if any(e.head == verb for e in told.findings.events):
        return None  # told as a habit, a plan or denied
    heads = [(n, told.findings.events[k].head) for n in here for k in told.groups[n]]
    return told_below(told.findings.reading, verb, heads)


def _foreign(told: _Told, verb: int, here: list[int]) -> bool:
    """True where all that happens in the sentence is only talked of by a verb that is no event: "met on Monday about the raid"."""
    reading = told.findings.reading
    if any(e.head == verb for e in told.findings.events):
        return False
    heads = [told.findings.events[k].head for n in here for k in told.groups[n]]
    below = [h for h in heads if any(a.i == verb for a in reading.ancestors(h))]
    return bool(below) and all(only_talked_of(reading, verb, h, told.by_token) for h in below)


def _of_event_noun(told: _Told, t: TimeMention) -> bool:
    """ "condemned the attacks in the capital on Sunday": a time behind an event noun and its place is the event's."""
    tokens = told.findings.reading.tokens
    for i in range(t.first - 1, max(-1, t.first - OBJECT), -1):
        if i in told.by_token:
            return told.findings.events[told.groups[told.by_token[i]][0]].form == "noun"
        if tokens[i].tag[:1] == "V" or tokens[i].sentence != tokens[t.first].sentence or tokens[i].text in ",;":
            return False
    return False


_FOLLOWING = frozenset("follow precede avenge recall echo commemorate mark".split())


def _told_from(told: _Told, t: TimeMention, head: int) -> int | None:
    """ "The raid followed an attack on a depot on Monday": the day of what it followed, told right before it."""
    reading = told.findings.reading
    verb = next((a for a in reading.ancestors(head) if a.tag[:1] == "V"), None)
    if verb is None or verb.lemma not in _FOLLOWING or verb.i > t.first:
        return None
    return next((told.by_token[i] for i in range(t.first - 1, verb.i, -1) if i in told.by_token), None)


def _under(told: _Told, t: TimeMention, n: int) -> bool:
    """ "left the town on Monday under a deal": the deal was made by then."""
    reading = told.findings.reading
    for k in told.groups[n]:
        if told.findings.events[k].subtypes[0] != "agreement":
            continue
        head = reading.tokens[told.findings.events[k].head]
        first, last = reading.subtree(head.i)
        if reading.tokens[head.head].lower == "under" and head.dep == "pobj" and not first <= t.first < last:
            return True
    return False


def _at_most(t: TimeMention) -> TimeMention:
    """The time as the latest day only."""
    return replace(t, when=When(None, t.when.end, "unknown", "relative") if t.when is not None else None)


# counted from another happening -----------------------------------------------------------------------------------------
def _count_of(t: TimeMention) -> int | None:
    """Days of "two days after", "a week before" (negative); None for other expressions."""
    m = _COUNTED.match(t.text.lower())
    if m is None:
        return None
    number = "1" if m[1] == "the" else words("numbers").get(m[1], m[1])
    if not number.isdigit():
        return None
    return int(number) * (7 if m[2] == "week" else 1) * (1 if m[3] in ("after", "following") else -1)


def _behind(told: _Told, t: TimeMention) -> int | None:
    """The group told next after an expression, in its sentence."""
    reading = told.findings.reading
    last = reading.sentences[reading.tokens[t.first].sentence].last
    return next((told.by_token[i] for i in range(t.last, last) if i in told.by_token), None)


def _main(told: _Told, t: TimeMention, other: int) -> int | None:
    """The group that happened so long after or before `other`: told before the expression, or behind `other`.

    "It came three days after …": with none in the sentence, the one told last in the sentence before.
    """
    sentence = told.findings.reading.tokens[t.first].sentence
    first = told.findings.reading.sentences[sentence].first
    before = next((told.by_token[i] for i in range(t.first - 1, first - 1, -1) if i in told.by_token), None)
    if before is not None:
        return before if before != other else None
    rest = [n for n in told.here.get(sentence, []) if n != other]
    return rest[0] if rest else None


def _count(told: _Told, t: TimeMention, times: dict[int, list[TimeMention]]) -> None:
    """ "On Monday X, two days after Y": the day of Y from that of X; or of X from that of Y.

    Where neither is known the expression stays with X, with the day that the running date gave it, if X has none.
    """
    days, other = _count_of(t), _behind(told, t)
    if days is None or other is None:
        return
    main = _main(told, t, other)
    before = _told_last(told, t, times) if main is None else _day(times.get(main, ()))
    if before is None and main is not None and _points_back(told, main) and _directly(told, t, other):
        before = _told_before(told, main, times)
    for day, wanted, step in ((before, other, -days), (_day(times.get(other, ())), main, days)):
        if day is not None and day.start and day.end and wanted is not None and wanted not in times:
            moved = When(day.start + timedelta(step), day.end + timedelta(step), "day", "relative")
            if _INEXACT.match(t.text.lower()):
                moved = When(None, day.end, "unknown", "relative")
            times[wanted] = [replace(t, when=moved)]
            return
    if main is not None:
        known = _day(times.get(main, ())) is not None
        times.setdefault(main, []).append(replace(t, when=None) if known else t)


def _points_back(told: _Told, n: int) -> bool:
    """ "The blast came two days after …": a happening told before, whose day stands there."""
    return any(told.findings.events[k].definite for k in told.groups[n])


def _directly(told: _Told, t: TimeMention, other: int) -> bool:
    """False for "four days after they said they would stop the raids": what was said is counted from, not the raids."""
    tokens = told.findings.reading.tokens
    reached = next(i for i in range(t.last, len(tokens)) if told.by_token.get(i) == other)
    return not any(x.tag in ("VBD", "VBZ", "VBP", "MD") for x in tokens[t.last : reached])


def _told_last(told: _Told, t: TimeMention, times: dict[int, list[TimeMention]]) -> When | None:
    """The day of the happening told last before the expression's sentence, at most two sentences before: "It came …"."""
    sentence = told.findings.reading.tokens[t.first].sentence
    for s in (sentence - 1, sentence - 2):
        for n in reversed(told.here.get(s, [])):
            if (day := _day(times.get(n, ()))) is not None:
                return day
    return None


def _told_before(told: _Told, n: int, times: dict[int, list[TimeMention]]) -> When | None:
    """The day of the happening of one kind with group `n` that was told last before it, however far above: "The blast came …"."""
    kinds = {x for k in told.groups[n] for x in told.findings.events[k].subtypes}
    for s in range(told.sentence(n) - 1, -1, -1):
        for m in told.here.get(s, []):
            alike = any(kinds & set(told.findings.events[k].subtypes) for k in told.groups[m])
            if alike and (day := _day(times.get(m, ()))) is not None:
                return day
    return None


def _day(times: Sequence[TimeMention]) -> When | None:
    """The day of a group, where its times give one."""
    return next((t.when for t in times if t.when is not None and t.when.start and t.when.precision == "day"), None)


# shared by what is told together ----------------------------------------------------------------------------------------
def _share(told: _Told, times: dict[int, list[TimeMention]]) -> None:
    """ "killed two soldiers in X on Monday and wounded three in Y": one day for what "and" puts side by side in a sentence."""
    for n in range(len(told.groups)):
        if n in times:
            continue
        here = [m for m in told.here[told.sentence(n)] if m != n and _day(times.get(m, ())) is not None]
        if len(here) == 1 and (_side_by_side(told, n, here[0]) or _during(told, n, here[0])):
            times[n] = [t for t in times[here[0]] if t.when is not None and t.when.precision == "day"]


def _during(told: _Told, n: int, other: int) -> bool:
    """ "On Monday, during unrest in X, guards sheltered 40 who had fled": what is told of the time of another happening."""
    reading = told.findings.reading
    for k in told.groups[other]:
        head = reading.tokens[told.findings.events[k].head]
        during = reading.tokens[head.head]
        if during.lower not in ("during", "amid") or head.dep != "pobj":
            continue
        for j in told.groups[n]:
            above = list(reading.ancestors(told.findings.events[j].head))
            if any(a.i == during.head for a in above) and not any(a.lower in _SUBORDINATING for a in above):
                return True
    return False


_AT_ONCE = frozenset("shortly soon immediately just right moments minutes hours".split())


def _right_after(told: _Told, times: dict[int, list[TimeMention]]) -> None:
    """ "shortly after the ambush, jets bombed X": on the day of the ambush, be it told here or before. Changes `times`."""
    reading = told.findings.reading
    for t in reading.tokens:
        if t.lower not in ("after", "before") or t.i == 0 or reading.tokens[t.i - 1].lower not in _AT_ONCE:
            continue
        main = next((told.by_token[a.i] for a in reading.ancestors(t.i) if a.i in told.by_token), None)
        first, last = reading.subtree(t.i)
        other = next((told.by_token[i] for i in range(t.i, last) if i in told.by_token), None)
        if main is None or other is None or main == other or main in times:
            continue
        day = _day(times.get(other, ())) or (_told_before(told, other, times) if _points_back(told, other) else None)
        if day is not None:
            span = reading.span(t.i - 1, t.i + 1)
            times[main] = [TimeMention(t.i - 1, t.i + 1, span, reading.words(t.i - 1, t.i + 1), "DATE", "same:D", day)]


_DAYS = re.compile(r"P(\d+)D")


def _so_long_since(told: _Told, times: dict[int, list[TimeMention]]) -> None:
    """ "it has been four days since the killing": so long before publication. Changes `times`."""
    reading = told.findings.reading
    published = reading.report.published
    for t in told.findings.times:
        days = _DAYS.fullmatch(t.value)
        since = t.last < len(reading.tokens) and reading.tokens[t.last].lower == "since"
        if published is None or days is None or not since or reading.tokens[t.first - 1].lemma != "be":
            continue
        n = _behind(told, t)
        if n is not None and _day(times.get(n, ())) is None:
            day = published - timedelta(int(days[1]))
            times[n] = [replace(t, when=When(day, day, "day", "relative"))]


def _side_by_side(told: _Told, a: int, b: int) -> bool:
    """True where a conjunction stands on the way from one group up to the other, and nothing that tells of before or after."""
    return any(_conjoined(told, k, other) for n, other in ((a, b), (b, a)) for k in told.groups[n])


def _conjoined(told: _Told, k: int, other: int) -> bool:
    reading = told.findings.reading
    below = reading.tokens[told.findings.events[k].head]
    joined = below.dep == "conj"
    for above in reading.ancestors(below.i):
        beside = below.dep == "advcl" and any(c.lower == "while" for c in reading.children(below.i, "mark"))
        had = any(c.lower == "had" for c in reading.children(below.i, "aux"))
        beside &= below.i in told.by_token and not had  # not "while the police say that …", "while X had been shot before"
        if above.lower in _SUBORDINATING or below.dep in ("relcl", "advcl", "acl") and not beside:
            return False
        joined |= beside
        if told.by_token.get(above.i) == other:
            return joined
        joined, below = joined or above.dep == "conj", above
    return False
