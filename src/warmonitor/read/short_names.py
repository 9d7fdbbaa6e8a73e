"""Short names and the full ones they stand for: surnames, acronyms, spellings of one lexicon entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from warmonitor.lexicon.bodies import singular
from warmonitor.lexicon.descriptions import descriptions
from warmonitor.lexicon.sayings import sayings
from warmonitor.model.naming import bare
from warmonitor.model.reading import Name, Reading, Token

BODIES = frozenset(["organisation", "armed-group"])
COURTESY = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir".split())
_BACKED = re.compile(r"-(?:backed|led|run|allied|aligned|based|linked|affiliated|supported|owned|controlled)\b")
"""Whose body it is in part only: "UN-backed government" is not the UN."""
_SHORT = re.compile(r"^(?:[A-Z]\.?){2,12}$")
STATE = frozenset("army military police government ministry navy forces parliament presidency".split())
_SMALL = frozenset("of for the and in to de la del al el bin ibn".split())
_MEMBERS = frozenset(
    "militant fighter rebel member troop soldier insurgent leader guerrilla terrorist jet force gunman".split()
)


def longer_names(reading: Reading) -> Iterator[tuple[int, str]]:
    """Last token of a short name -> the fullest form of it in the report."""
    forms: dict[str, Name] = {}
    for n in reading.names:
        forms.setdefault(bare(n.text), n)
    entries = _fullest_of_entries(forms)
    defined = dict(_defined_in_brackets(reading))
    longer: dict[str, str | None] = {}
    for n in reading.names:
        own = bare(n.text)
        if own not in longer:
            by_entry = entries.get((n.entry, n.kind)) if n.entry is not None and not _BACKED.search(own) else None
            if by_entry is not None and len(by_entry.split()) == 1 and not _is_acronym(own, by_entry) and len(own) > 4:
                by_entry = None  # "the military" is not a mere "Army"
            longer[own] = (
                defined.get(own) or by_entry or _longer_form(own, forms[own], forms) or _by_noun(own, forms[own], forms)
            )
        meant = longer[own]
        if (
            meant is None
            and n.kind in ("place", "other")
            and n.entry is None
            and reading.tokens[n.last - 1].dep == "nsubj"
        ):
            meant = (
                _person_called(own, forms) if says(reading, reading.tokens[reading.tokens[n.last - 1].head]) else None
            )
        if meant is not None and meant != own:
            yield n.last - 1, meant


def _defined_in_brackets(reading: Reading) -> Iterator[tuple[str, str]]:
    """ "Northland Rescue Front (NRF)": the short form, whatever language its letters come from, and the long one."""
    for a, b in pairwise(reading.names):
        if (
            b.first - a.last == 1
            and reading.tokens[a.last].text in "(["
            and a.kind in BODIES
            and len(b.text) < len(a.text)
        ):
            if b.last < len(reading.tokens) and reading.tokens[b.last].text in ")]" and _SHORT.match(b.text):
                yield bare(b.text), bare(a.text)


def _fullest_of_entries(forms: dict[str, Name]) -> dict[tuple[str, str], str]:
    """Lexicon entry and kind -> the longest proper name for it, else the form that stands first."""
    found: dict[tuple[str, str], str] = {}
    for text, name in forms.items():
        if name.entry is None:
            continue
        key = name.entry, name.kind
        if key not in found or _rank(text) > _rank(found[key]):
            found[key] = text
    return found


def _rank(text: str) -> int:
    return len(text) if _is_proper(text) else 0


def _is_proper(text: str) -> bool:
    """Capitals throughout and no noun for people at the end: "Falcons Brigade", not "Falcons militants", "US-led coalition"."""
    words = [w for w in text.split() if w not in _SMALL]
    if len(words) > 2 and words[-1] == "agency":
        words = words[:-1]
    return (
        all(w[0].isupper() or w[0].isdigit() for w in words) and singular(words[-1].lower()) not in _MEMBERS
        if words
        else False
    )


def _by_noun(own: str, name: Name, forms: dict[str, Name]) -> str | None:
    """ "Observatory" with a capital: the one body of the report that has such a word in its name."""
    description = descriptions().get(own.split()[-1].lower())
    if name.entry is not None or description is None or own.split()[-1].lower() in STATE or len(own.split()) > 2:
        return None
    fits = [
        t for t, n in forms.items()
        if n.kind in description.kinds and len(t.split()) > 2 and set(description.words) & set(t.lower().split())
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _person_called(own: str, forms: dict[str, Name]) -> str | None:
    """The one person whose name begins or ends with a word that is taken for something else."""
    fits = [
        t for t, n in forms.items() if _may_be_person(n) and len(t.split()) > 1 and own in (t.split()[0], t.split()[-1])
    ]
    return fits[0] if len(fits) == 1 else None


def _longer_form(own: str, name: Name, forms: dict[str, Name]) -> str | None:
    fits = [text for text, other in forms.items() if len(text) > len(own) and _is_same(own, name, text, other)]
    if not fits:
        return None
    best = max(fits, key=len)
    return best if all(_within(f, best) for f in fits) else None


def _may_be_person(name: Name) -> bool:
    """A person, or what the recogniser alone takes for a body."""
    return name.kind == "person" or name.kind == "organisation" and name.entry is None and name.rule == "entity"


def _within(short: str, long: str) -> bool:
    words = long.lower().split()
    return all(w in words for w in short.lower().split())


def _is_same(own: str, name: Name, text: str, other: Name) -> bool:
    if name.kind == "person" and _may_be_person(other):
        a, b = _without_title(own), _without_title(text)
        return bool(a) and a != b and (b[-len(a) :] == a or (len(a) == 1 and a[0] in b and len(a[0]) > 3))
    if name.kind in BODIES and other.kind in BODIES:
        short, long = own.lower().split(), text.lower().split()
        if len(short) == 1:
            return _is_acronym(own, text) or short[0] in long and short[0] not in STATE and len(short[0]) > 4
        return _is_acronym(own, text) or long[-len(short) :] == short or long[: len(short)] == short
    return False


def _without_title(text: str) -> list[str]:
    return [w for w in text.lower().split() if w not in COURTESY]


def _is_acronym(short: str, long: str) -> bool:
    if not _SHORT.match(short):
        return False
    letters = short.replace(".", "").lower()
    words = [w for w in re.split(r"[\s-]+", long.lower()) if w]
    every = "".join(w[0] for w in words)
    content = "".join(w[0] for w in words if w not in ("of", "for", "the", "and", "in", "to", "de", "la"))
    return letters in (every, content)


def says(reading: Reading, verb: Token) -> bool:
    """True for a verb that can introduce what somebody says."""
    saying = sayings().get((verb.lemma, "verb"))
    return saying is not None and verb.tag[:2] == "VB" and bool(saying.frames & {"quote", "clause"})
