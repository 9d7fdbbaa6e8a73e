"""Whom the lead of a report quotes without a name: "a military official said" in the first lines, "Gen. Roe said" in the next."""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.model.naming import bare
from warmonitor.model.reading import Name, Reading, Token
from warmonitor.read.short_names import says

_REACH = 4
"""Body sentences after the lead in which the name comes."""
_MILITARY = frozenset("general gen gen. brig brig. brigadier colonel col col. major maj maj. captain capt capt. lieutenant lt lt. commander "
                      "admiral adm. commandant marshal spokesman spokeswoman chief".split())  # fmt: skip
_VOICES = _MILITARY - {"chief", "commander", "general", "gen", "gen."} | {"spokesperson"}
_POLICE = frozenset("inspector superintendent commissioner chief sheriff officer dsp ssp sp dig asp constable sergeant colonel col. "
                    "general gen. captain capt. spokesman spokeswoman commander supt supt. marshal".split())  # fmt: skip
_CIVIL = frozenset("mayor governor minister chief spokesman spokeswoman spokesperson director secretary commissioner administrator head "
                   "president premier councillor councilor prefect chairman chairwoman deputy official prosecutor commander officer "
                   "coordinator ambassador envoy adviser advisor superintendent general gen. colonel col. "
                   "undersecretary magistrate".split())  # fmt: skip
_MAKERS = frozenset("lawmaker legislator senator deputy mp congressman congresswoman leader candidate president chairman governor".split())
_SOUGHT = {
    "official": _CIVIL, "officer": _MILITARY | _POLICE, "commander": _MILITARY, "general": _MILITARY, "spokesman": _VOICES,
    "spokeswoman": _VOICES, "spokesperson": _VOICES, "chief": _MILITARY | _POLICE | _CIVIL, "head": _CIVIL | _MILITARY,
    "lawmaker": _MAKERS, "legislator": _MAKERS, "leader": _MAKERS | _CIVIL, "minister": frozenset({"minister", "secretary"}),
    "doctor": frozenset({"dr", "dr.", "doctor", "surgeon", "director", "professor"}), "mayor": frozenset({"mayor"}),
    "governor": frozenset({"governor"}), "prosecutor": frozenset({"prosecutor", "attorney"}), "activist": frozenset({"activist", "director"}),
    "diplomat": frozenset({"ambassador", "envoy", "diplomat"}), "judge": frozenset({"judge", "justice"}),
}  # fmt: skip
"""A noun that names nobody -> titles of those who may be meant."""
_FIELDS = {"military": _MILITARY, "army": _MILITARY, "defence": _MILITARY, "defense": _MILITARY, "police": _POLICE}


def lead_speakers(reading: Reading, found: dict[int, str]) -> dict[int, str]:
    """Head token of a nameless speaker of the lead -> the person who is quoted by name right after, with a title that fits.

    `found` gives the fullest form of a name by its last token.
    """
    body = [s for s in reading.sentences if s.kind == "body"]
    out: dict[int, str] = {}
    for n, sentence in enumerate(body[:2]):
        for t in reading.tokens[sentence.first : sentence.last]:
            titles = _titles_sought(reading, t)
            if not titles:
                continue
            later = (p for s in body[n + 1 : n + 1 + _REACH] for p in _named_speakers(reading, s.first, s.last))
            first = next(later, None)
            if first is not None and _has_title(reading, first, titles):
                out[t.i] = found.get(first.last - 1, bare(first.text))
    return out


def _titles_sought(reading: Reading, t: Token) -> frozenset[str]:
    """The titles that the speaker `t` of a verb of saying may have; none where he has a name or is somebody else's word."""
    if t.lower not in _SOUGHT or t.tag != "NN" or reading.name_at(t.i) is not None or not _speaks(reading, t):
        return frozenset()
    if any((n := reading.name_at(c.i)) is not None and n.kind == "person" for c in reading.children(t.i, "appos", "compound", "nmod")):
        return frozenset()
    nameless = any(c.lower in ("a", "an", "another") for c in reading.children(t.i, "det"))
    defined = t.lower in ("head", "chief", "commander") and any(c.lower == "of" for c in reading.children(t.i, "prep"))
    if not (nameless or defined):
        return frozenset()
    titles = _SOUGHT[t.lower]
    for c in reading.children(t.i, "amod", "compound", "nmod"):
        titles = titles & _FIELDS[c.lower] if c.lower in _FIELDS else titles
    return titles


def _speaks(reading: Reading, t: Token) -> bool:
    end = reading.subtree(t.i)[1]
    behind = reading.tokens[end] if end < len(reading.tokens) else t
    if behind.sentence == t.sentence and behind.tag == "VBD" and says(reading, behind):
        return True  # "sources and a local official said", whatever a parser makes of it
    while t.dep == "conj" and t.head != t.i:
        t = reading.tokens[t.head]
    above = reading.tokens[t.head]
    according = t.dep == "pobj" and above.lower == "to" and above.i > 0 and reading.tokens[above.i - 1].lower == "according"
    return t.dep == "nsubj" and says(reading, above) or according


def _named_speakers(reading: Reading, first: int, last: int) -> Iterator[Name]:
    """Persons by name who say something between two tokens, in text order."""
    for n in reading.names:
        if n.kind == "person" and first <= n.first < last:
            head = next((i for i in range(n.first, n.last) if not n.first <= reading.tokens[i].head < n.last), n.last - 1)
            t = reading.tokens[head]
            if t.dep == "appos":
                t = reading.tokens[t.head]
            if _speaks(reading, t):
                yield n


def _has_title(reading: Reading, person: Name, titles: frozenset[str]) -> bool:
    """A word of the title stands in the name, right before it, or in its apposition, wherever the report names the person."""
    last = person.text.split()[-1]
    for n in reading.names:
        if n.kind != "person" or n.text.split()[-1] != last:
            continue
        beside = list(reading.tokens[max(0, n.first - 4) : n.last])
        for i in range(n.first, n.last):
            for c in reading.children(i, "appos"):
                beside += reading.tokens[slice(*reading.subtree(c.i))]
            if reading.tokens[i].dep == "appos":
                beside.append(reading.tokens[reading.tokens[i].head])
        here = reading.tokens[n.first].sentence
        if any(t.sentence == here and t.lower.rstrip(".") in titles | {x.rstrip(".") for x in titles} for t in beside):
            return True
    return False
