"""The scene of a happening that names none: "the town", "a nearby house", the place of who saw it, of the list it stands in.

What the sentence names by itself is `sketch.attach`; here are places that are taken up from what was named before.
"""

from __future__ import annotations

from collections.abc import Iterator

from warmonitor.assemble.where import head_of, locations
from warmonitor.lexicon.places import words
from warmonitor.model.findings import Findings
from warmonitor.model.mention import PlaceMention
from warmonitor.model.reading import Reading, Token

BACK = 3
"""Sentences back to which "the town" may have been named."""
_DEFINITE = frozenset({"the", "this", "that", "same"})


def scene_of(findings: Findings, sentence: int, heads: tuple[int, ...], *, alone: bool) -> tuple[PlaceMention, ...]:
    """Places taken up by the happening whose event words are `heads`; `alone`: nothing else happens in the sentence."""
    if listed := _of_the_list(findings, sentence, heads):
        return listed
    for noun in _pointing(findings, sentence, heads, alone=alone):
        named = _named_before(findings, noun)
        if named is not None:
            return (named,)
    return ()


# "the town", "a nearby house", "there" ------------------------------------------------------------------------------------
def _pointing(findings: Findings, sentence: int, heads: tuple[int, ...], *, alone: bool) -> Iterator[Token]:
    """Words that stand for a place named before, those that hang on the event words first."""
    reading = findings.reading
    here = reading.sentences[sentence]
    found = [t for t in reading.tokens[here.first : here.last] if _points(findings, t)]
    yield from (t for t in found if _hangs_on(reading, t, heads))
    if alone:
        yield from (t for t in found if t.lemma not in words()["scene_region"])


def _hangs_on(reading: Reading, t: Token, heads: tuple[int, ...]) -> bool:
    """t stands below an event word; a region named in a relative clause ("troops who were deployed in the region") does not."""
    below = t
    for a in reading.ancestors(t.i):
        if below.dep == "relcl" and t.lemma in words()["scene_region"]:
            return False
        if a.i in heads:
            return True
        below = a
    return False


def _points(findings: Findings, t: Token) -> bool:
    if t.lower == "there":
        return t.dep == "advmod"
    if t.lower == "nearby":
        return t.dep in ("amod", "advmod")
    if t.lemma not in words()["scene_town"] | words()["scene_area"] | words()["scene_region"] or t.tag not in ("NN", "NNP") or t.dep != "pobj":
        return False
    below = list(findings.reading.children(t.i))
    named = any(c.dep in ("compound", "nmod", "poss", "appos", "nummod", "relcl") or c.lower == "of" for c in below)
    return any(c.dep == "det" and c.lower in _DEFINITE for c in below) and not named


def _named_before(findings: Findings, t: Token) -> PlaceMention | None:
    """The place named last before a word that stands for one, of the kind that it says."""
    reading = findings.reading
    told = [
        p
        for p in findings.places
        if p.last <= t.i and p.role in ("location", "other") and p.place.kind not in ("country", "continent", "ocean", "sea")
        and 0 <= t.sentence - reading.tokens[p.first].sentence <= BACK
        and reading.sentences[reading.tokens[p.first].sentence].kind in ("body", "heading")
    ]  # fmt: skip
    town = t.lemma in words()["scene_town"]
    if t.lemma in words()["scene_region"]:
        return _region_before(findings, t)
    fits = [p for p in told if p.place.precision < 3 and not (town and p.place.kind in ("district", "province"))]
    return fits[-1] if fits else None


def _region_before(findings: Findings, t: Token) -> PlaceMention | None:
    """The region or province named last before "the region", be it in the headline, or named again and again: one without rival."""
    regions = [p for p in findings.places if p.last <= t.i and p.role == "location" and p.place.kind in ("region", "province", "district")]
    return regions[-1] if regions and len({(p.place.lat, p.place.lon) for p in regions[-2:]}) == 1 else None


# who saw it ---------------------------------------------------------------------------------------------------------------
def seen_at(findings: Findings, sentence: int) -> tuple[PlaceMention, ...]:
    """The place from which somebody testifies in the sentence, none where nobody does.

    "In X, witness Roe said he saw …", "Roe, a resident of X, said …": where witnesses tell from is where it was."""
    reading = findings.reading
    here = reading.sentences[sentence]
    if not any(t.lemma in words()["eyewitness"] for t in reading.tokens[here.first : here.last]):
        return ()
    near = [
        p
        for p in findings.places
        if here.first <= p.first < here.last and p.role in ("other", "origin") and p.place.lat is not None
        and p.place.precision < 3 and _with_witness(findings, p)
    ]  # fmt: skip
    return tuple(near[:1])


def _with_witness(findings: Findings, p: PlaceMention) -> bool:
    """The place hangs on a witness ("a resident of X") or on the verb with which one tells ("In X, witnesses said")."""
    reading = findings.reading
    for a in reading.ancestors(head_of(reading, p.first, p.last)):
        if a.lemma in words()["eyewitness"]:
            return _tells(reading, a)
        if a.tag[:1] == "V":
            below = (c for s in reading.children(a.i, "nsubj") for c in (s, *reading.children(s.i)))
            return any(c.lemma in words()["eyewitness"] and _tells(reading, c) for c in below)
    return False


def _tells(reading: Reading, witness: Token) -> bool:
    """True where a witness says, or is beside who says."""
    while witness.dep in ("appos", "compound", "conj", "nmod"):
        witness = reading.tokens[witness.head]
    verb = reading.tokens[witness.head]
    return witness.dep == "nsubj" and verb.lemma in words()["testify"]


# lists --------------------------------------------------------------------------------------------------------------------
def _of_the_list(findings: Findings, sentence: int, heads: tuple[int, ...]) -> tuple[PlaceMention, ...]:
    """ "attacks in X, including the killing of two guards": what is included was in X too."""
    reading = findings.reading
    for head in heads:
        including = next((a for a in reading.ancestors(head) if a.lower == "including"), None)
        if including is None:
            continue
        first = reading.sentences[sentence].first
        before = [p for p in locations(findings) if first <= p.first and p.last <= including.i and p.place.kind != "country"]
        return tuple(before[-1:])
    return ()
