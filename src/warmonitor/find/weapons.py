"""Means of violence named in a report, with class and count."""

from __future__ import annotations

from warmonitor.lexicon.weapon_words import WeaponWord, weapon_words
from warmonitor.model.mention import WeaponMention
from warmonitor.model.reading import Reading

_NOT_MEANS = frozenset({"bomb squad", "bomb disposal", "bomb threat", "gun battle", "rocket scientist"})


def find_weapons(reading: Reading, number: dict[str, int]) -> tuple[WeaponMention, ...]:
    """Weapon words in text order, longest first. `number` maps number words to integers."""
    words = weapon_words()
    out: list[WeaponMention] = []
    taken = 0
    for t in reading.tokens:
        if t.i < taken:
            continue
        found = _at(reading, words, t.i)
        if found is None:
            continue
        last, weapon = found
        head = last - 1
        following = reading.tokens[last].lower if last < len(reading.tokens) else ""
        if f"{reading.tokens[head].lower} {following}" in _NOT_MEANS:
            continue
        first = t.i
        count = None
        for c in reading.children(head, "nummod", "compound", "amod"):
            if c.dep == "nummod" and c.i < first:
                count = int(c.text) if c.text.isdigit() else number.get(c.lower)
        out.append(WeaponMention(head, first, last, _name(reading, first, last), weapon.kind, weapon.means, weapon.platform, count))
        taken = last
    return tuple(out)


def _at(reading: Reading, words: dict[str, tuple[tuple[tuple[str, ...], WeaponWord], ...]], i: int) -> tuple[int, WeaponWord] | None:
    t = reading.tokens[i]
    if t.tag[:2] not in ("NN", "JJ", "CD", "VB") and t.text[:1] not in "AMRVTICUF":
        return None
    for key in (t.lemma, t.lower) if t.lemma != t.lower else (t.lemma,):
        for lemmas, weapon in words.get(key, ()):
            last = reading.match(i, lemmas)
            if last is not None and reading.tokens[last - 1].tag[:2] in ("NN", "CD", "FW"):
                return last, weapon
    return None


def _name(reading: Reading, first: int, last: int) -> str:
    """Singular, lower case but for proper names ("Katyusha rocket")."""
    parts = []
    for i in range(first, last):
        t = reading.tokens[i]
        proper = t.tag in ("NNP", "NNPS") and t.text[:1].isupper() and (len(t.text) < 4 or not t.text.isupper() or any(c.isdigit() for c in t.text))
        singular = t.lemma if t.tag == "NNS" and not proper else t.lower
        acronym = t.text.isupper() and len(t.text) <= 5 and t.tag == "NNP"
        parts.append(t.text if proper or acronym else singular)
    text = " ".join(parts).replace(" - ", "-")
    if text.endswith("s") and reading.tokens[last - 1].tag == "NNPS":
        text = text[:-1]
    return text
