"""Where a paragraph opens with a dateline: "KABUL, Afghanistan, Sept. 3 (Xinhua) -- ", "Bogota/Geneva (ICRC) – ".

A dateline says where and when the report was filed and by whom; it is no part of the sentence behind it, and its town is not
where anything happened. The parts may be missing or stand in another order, so the decision is one of evidence: a town in
capitals, a country, a day, an agency, and the mark that ends it.
"""

from __future__ import annotations

import re

from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.nationalities import open_nations

LONGEST = 110
"""Characters; no dateline is longer."""
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\.?"
_DAY = (
    rf"(?i:(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}}| \d\d\b)?|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}))"
)
_WORD = rf"(?!{_MONTH} \d)[^\W\d_a-z][\w.'’‘-]*"
_TOWN = rf"{_WORD}(?: (?:(?:de|del|la|las|los|el|al|of|the|and) )?{_WORD}){{0,3}}"
_PLACE = rf"(?P<town>{_TOWN}(?:/{_TOWN}){{0,2}})(?P<country>, ?{_TOWN}(?:, ?{_TOWN})?)?"
_AGENCY = r"[(\[](?![RDIL]-|\d{1,3}[)\]])[^)\]\n]{2,60}[)\]]|/[A-Z][\w. -]{1,30}/"
_BARE_AGENCY = r"[A-Z]{2,12}(?:[- ][A-Z][\w-]+)?|Xinhua|Reuters|Interfax(?:-\w+)?|Pajhwok|Armenpress|Kyodo|Bernama|Antara"
_END = r"(?P<end> ?(?:--+|[–—]|\.-|_ | -+\s|- (?=\W?[A-Z]))| ?\|| ?:|(?<=[A-Z/])\.(?= )|(?<=[)\]/])\s*(?=\S))"
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:{_PLACE})?"
    rf"(?:(?P<before_day>[,. ]|, |\. | \| )?(?P<day>{_DAY}))?"
    rf"(?P<agency>[,.]? ?(?:{_AGENCY})(?: ?(?:{_AGENCY}))?|(?:[,.]| \|) (?P<named>{_BARE_AGENCY}))?"
    rf"(?:,? ?(?P<late>{_DAY}))?"
    rf"{_END} *(?:\[[A-Za-z ]+\])? *"
)
_OPENS = re.compile(r"""[\n ]*["'“‘«(\[]{0,2}[^\W_a-z]""")
_AGENCY_ALONE = re.compile(rf"\W{{0,2}}(?P<agency>{_BARE_AGENCY}|CNN|AP|AFP|BBC)\W{{0,2}} ?(?P<end>--|[-–—:](?=\s)|(?<=\)))\s*")


def dateline(words: str, *, lead: bool) -> int:
    """Characters of the dateline with which a paragraph begins, 0 where it has none.

    `lead`: it is the first paragraph of running text; only there are a town and a mark alone ("QUETTA: ", "Aden – ") enough,
    since in the lists of a round-up they head an item and tell where it happened.
    """
    head = words[:LONGEST]
    alone = _AGENCY_ALONE.match(head)
    if alone and (alone["end"] or "(" in alone[0]) and _is_agency(alone["agency"]) and _OPENS.match(words, alone.end()):
        return alone.end()
    m = _DATELINE.match(head)
    if m and m.end() < len(words) and _OPENS.match(words, m.end()) and _is_dateline(m, words, lead=lead):
        return m.end()
    return 0


def _is_dateline(m: re.Match[str], words: str, *, lead: bool) -> bool:
    town, end = m["town"] or "", m["end"].strip()
    day, agency = m["day"] or m["late"], m["agency"]
    if not town:
        return bool(day and re.search(r"\d{4}", day)) and (bool(agency) or end in ("--", "–", "—", "-"))
    capitals = town.upper() == town and sum(c.isalpha() for c in town) > 2
    dash = end in ("--", "---", "–", "—", "-", "_", ".-")
    if _is_actor(town) and not (m["country"] or agency or day):
        return False
    if words.upper() == words:  # capitals say nothing: the wire's own marks must
        return bool(agency or day) and end.startswith("--")
    if agency and not end and not words[: m.end()].endswith("\n") and not _is_agency(agency.strip(" ,.()[]")):
        return False  # "DSP (city) Ann Lee said"
    if agency and lead and not end and m["town"] and _is_agency(agency.strip(" ,.()[]")) and "(" in agency:
        return True
    if agency:
        return bool(end or capitals or day) and (capitals or bool(m["named"]) or dash or day is not None or end == ":")
    if day:
        return dash or end == ":"
    if end in (".", "|", ""):
        return False
    if m["country"]:
        return dash and (capitals or _is_land(m["country"].strip(" ,")) or _is_agency(m["country"].strip(" ,")))
    if _is_land(town):
        return False
    if capitals and dash:
        return True
    spaced = m["end"] == " :"  # "Quito : Two men"; people who speak have no space before the colon
    return lead and (capitals or spaced or dash and end != ".-") and len(town.split()) < 4 and not words[m.end()].isdigit()


def _is_actor(town: str) -> bool:
    return bool(open_actors().find(town)) and not _is_land(town)


def _is_land(name: str) -> bool:
    return open_nations().land(name) is not None


def _is_agency(name: str) -> bool:
    found = open_actors().find(name)
    return any(a.kind == "media" for a in found)
