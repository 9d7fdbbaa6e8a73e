"""Means of violence named in a report, with class and count; what was hit, seized or only lay about is none."""

from __future__ import annotations

from warmonitor.find.wielding import is_wielded, not_a_means
from warmonitor.lexicon.weapon_words import WeaponWord, weapon_verbs, weapon_words
from warmonitor.model.mention import WeaponMention
from warmonitor.model.reading import Reading, Token

_Words = dict[str, tuple[tuple[tuple[str, ...], WeaponWord], ...]]
_FIRING = frozenset({"fire", "attack", "strike", "barrage"})
"""What may stand behind the weapon in its own entry ("mortar fire"): the weapon is what stands before."""
_FIRED = frozenset({"mortar", "artillery", "firearm"})
_LADEN = frozenset("pack lade load fill rig stuff wire cram rigged laden loaded".split())
_VEHICLES = frozenset("car truck lorry van vehicle motorcycle motorbike bus minibus boat tanker taxi pickup jeep ambulance bicycle rickshaw".split())
_CHARGES = frozenset({"explosive", "bomb", "dynamite", "tnt", "mine"})


def find_weapons(reading: Reading, number: dict[str, int]) -> tuple[WeaponMention, ...]:
    """Weapon words in text order, longest first. `number` maps number words to integers."""
    words = weapon_words()
    out: list[WeaponMention] = []
    taken = 0
    for t in reading.tokens:
        if t.i < taken:
            continue
        laden = _laden(reading, t.i)
        if laden is not None:
            out.append(WeaponMention(t.i, t.i, laden, f"{t.lemma} bomb", "car-bomb", "remote-explosive", False, _count(reading, t.i, t.i, number)))
            taken = laden
            continue
        found = _at(reading, words, t.i)
        if found is None:
            if (used := _used(reading, words, t)) is not None:
                out.append(WeaponMention(t.i, t.i, t.i + 1, used.name, used.kind, used.means, used.platform, None))
            continue
        last, weapon = _grown(reading, words, *found)
        taken = last
        head = last - 1
        if not_a_means(reading, t.i, head, weapon.kind) or not is_wielded(reading, head, weapon.kind):
            continue
        name = _name(reading, _named_after(reading, t.i, weapon.kind), last, weapon)
        out.append(WeaponMention(head, t.i, last, name, weapon.kind, weapon.means, weapon.platform, _count(reading, head, t.i, number)))
    return tuple(out)


def _used(reading: Reading, words: _Words, t: Token) -> WeaponWord | None:
    """The weapon that a verb names: "were pepper-sprayed", "firebombed a police station"."""
    hyphened = t.i > 1 and reading.tokens[t.i - 1].text == "-"
    verb = f"{reading.tokens[t.i - 2].lower}-{t.lower}" if hyphened else t.lower
    name = weapon_verbs().get(verb) or (None if hyphened else weapon_verbs().get(t.lemma))
    if name is None or t.tag not in ("VBN", "VBD", "VBZ", "VBP", "VBG"):
        return None
    lemmas = tuple(name.lower().split())
    return next((w for phrase, w in words.get(lemmas[0], ()) if phrase == lemmas), None)


def _count(reading: Reading, head: int, first: int, number: dict[str, int]) -> int | None:
    count = None
    for c in reading.children(head, "nummod"):
        if c.i < first or c.i < head and c.i == first:
            count = int(c.text) if c.text.isdigit() else number.get(c.lower)
    return count


def _laden(reading: Reading, i: int) -> int | None:
    """Past-last token of "a truck packed with explosives" from its vehicle on, or None."""
    t = reading.tokens[i]
    if t.lemma not in _VEHICLES or t.tag[:2] != "NN":
        return None
    for c in reading.children(i, "acl", "amod"):
        if c.i > i and c.lemma in _LADEN:
            for p in reading.children(c.i, "prep"):
                for o in reading.children(p.i, "pobj") if p.lower == "with" else ():
                    if any(reading.tokens[k].lemma in _CHARGES for k in range(*reading.subtree(o.i))):
                        return o.i + 1
    return None


def _grown(reading: Reading, words: _Words, last: int, weapon: WeaponWord) -> tuple[int, WeaponWord]:
    """ "AK-47 assault rifle": a second weapon word of the same class in the same noun phrase belongs to the first."""
    if last < len(reading.tokens) and reading.tokens[last - 1].dep in ("compound", "nmod") and reading.tokens[last - 1].head >= last:
        more = _at(reading, words, last)
        if more is not None and more[1].kind == weapon.kind and more[0] - 1 == reading.tokens[last - 1].head:
            return more
    return last, weapon


def _at(reading: Reading, words: _Words, i: int) -> tuple[int, WeaponWord] | None:
    t = reading.tokens[i]
    if t.tag[:2] not in ("NN", "JJ", "CD", "VB") and t.text[:1] not in "AMRVTICUF":
        return None
    for key in (t.lemma, t.lower) if t.lemma != t.lower else (t.lemma,):
        for lemmas, weapon in words.get(key, ()):
            last = reading.match(i, lemmas)
            if last is not None and (reading.tokens[last - 1].tag[:2] in ("NN", "CD", "FW") or _misread(reading, last - 1)):
                return last, weapon
    return None


def _misread(reading: Reading, i: int) -> bool:
    """ "A dynamite attack", read as an adjective: the noun for a deed behind it makes it the means."""
    t = reading.tokens[i]
    above = reading.tokens[t.head]
    return t.tag == "JJ" and t.head == i + 1 and above.lemma in _DEEDS and t.lower not in ("explosive", "incendiary", "chemical", "nuclear")


_DEEDS = frozenset("attack blast explosion bombing assault strike raid".split())
_NAMED_KINDS = frozenset({"rocket", "missile", "drone", "firearm", "artillery"})


def _named_after(reading: Reading, first: int, kind: str) -> int:
    """First token with the maker's or model's name before the weapon ("Burkan-2 missile"), which no body bears."""
    if kind not in _NAMED_KINDS or first == 0:
        return first
    t, before = reading.tokens[first], reading.tokens[first - 1]
    if before.tag != "NNP" or before.dep != "compound" or before.sentence != t.sentence or before.head < first or before.text.isupper():
        return first
    name = reading.name_at(before.i)
    return before.i if name is None or name.kind == "other" and name.entry is None and name.first == before.i else first


_SIZES = frozenset("powerful huge massive large small big".split())
_PLURAL_ONLY = {
    "small-arm": "small arms", "small arm": "small arms", "small-arms": "small arms", "explosive": "explosives", "light arm": "light arms",
}  # fmt: skip


def _name(reading: Reading, first: int, last: int, weapon: WeaponWord) -> str:
    """Singular, lower case but for proper names ("Katyusha rocket", "AK-47"); of "mortar fire" the mortar."""
    t = reading.tokens[first]
    if last - first > 1 and reading.tokens[last - 1].lemma in _FIRING and weapon.kind in _FIRED and t.lemma not in ("tank", "automatic"):
        last -= 1
    if reading.tokens[last - 1].lemma == "bomber":
        return weapon.name.removeprefix("suicide ").removesuffix("er")
    while last - first > 1 and reading.tokens[first].lower in _SIZES and reading.tokens[first + 1].lemma not in ("arm", "-"):
        first += 1
    parts = []
    for i in range(first, last):
        t = reading.tokens[i]
        proper = t.tag in ("NNP", "NNPS") and t.text[:1].isupper() and (len(t.text) < 4 or not t.text.isupper() or any(c.isdigit() for c in t.text))
        singular = t.lemma if t.tag == "NNS" and not proper else t.lower
        acronym = t.text.isupper() and len(t.text) <= 5 and t.tag == "NNP"
        parts.append(t.text if proper or acronym else singular)
    text = " ".join(parts).replace(" - ", "-")
    if text in _PLURAL_ONLY:
        return _PLURAL_ONLY[text]
    if text.endswith("s") and reading.tokens[last - 1].tag == "NNPS":
        text = text[:-1]
    return weapon.name if text.lower() == weapon.name.lower() and weapon.name != weapon.name.lower() else text
