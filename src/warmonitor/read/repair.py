"""Attachments that a small parser gets wrong in a regular way, put right before anything reads the grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from warmonitor.lexicon.actors import open_actors
from warmonitor.lexicon.event_words import event_words
from warmonitor.model.reading import Token

_COMPLEMENTS = frozenset({"of", "by"})
_OWN = frozenset({"det", "poss", "nummod"})


def repair(tokens: Sequence[Token], base: int) -> list[Token]:
    """The tokens of one block, whose positions begin at `base`, with complements hung where they belong.

    "the ambush and killing of four guards by gunmen": both complements stand behind the second noun and are its own; a parser
    hangs them on the first, or on each other.

    "killed nine soldiers gathered at the gate": the soldiers are the object, not the subject of a clause.

    "in Northtown, Northland": the second place is an apposition of the first, not a subject or a conjunct of what stands far.

    "attacks in the province, which killed nine": provinces kill nobody, the attacks do.

    "Two of the guards, members of the police, were wounded": one subject and its apposition, not two subjects.

    "A sniper shot dead a boy": he shot, and was no shot; the mark before an item of a list is punctuation, no word of it.

    "Near Dar Az Zor, two strikes hit a base": the place is near, and no name begins with that word.

    "Men believed to be rebels killed two": the men killed, and nobody believed it of others.

    "In Northtown district, North province, a patrol found arms": the patrol found them, not the province.

    "killed a nurse and five patients during Mass": the patients are a second object, not a second verb.

    "killing nine, including a man thought to be the target, and wounding six": the wounding goes with the killing.
    """
    out = _nears(_verbs(_bullets(tokens), base), base)
    tokens = tuple(out)
    found = (_misplaced, _clauses, _lands, _deeds_of_places, _subjects, _suspected, _provinces, _objects, _parallels)
    for child, head, dep in [r for find in found for r in find(tokens, base)]:
        old = out[child - base].head
        tag = "VBN" if dep == "acl" and out[child - base].tag == "VBD" else out[child - base].tag
        out[child - base] = replace(out[child - base], head=head, dep=dep, tag=tag)
        if child == head:
            out[old - base] = replace(out[old - base], children=tuple(c for c in out[old - base].children if c != child))
            continue
        out[old - base] = replace(out[old - base], children=tuple(c for c in out[old - base].children if c != child))
        out[head - base] = replace(out[head - base], children=tuple(sorted((*out[head - base].children, child))))
    return out


_MARKS = frozenset("•▪●■◦‣⁃∙·*►–—-")


def _bullets(tokens: Sequence[Token]) -> list[Token]:
    return [replace(t, tag=":", dep="punct") if t.text in _MARKS and t.tag not in (":", "HYPH") else t for t in tokens]


def _verbs(tokens: list[Token], base: int) -> list[Token]:
    """ "X shot dead Y", taken for a dead shot: the noun becomes the verb, its compound the subject, and the rest hangs on it."""
    for shot, dead in zip(tokens, tokens[1:], strict=False):
        if shot.lower != "shot" or dead.lower != "dead" or shot.tag not in ("NN", "NNP") or dead.i not in (shot.head, *shot.children):
            continue
        doer = tokens[shot.i - 1 - base]
        if doer.i not in shot.children or doer.dep != "compound":
            continue
        top = dead if shot.head == dead.i else shot
        before = tuple(c for c in shot.children if c < doer.i)
        behind = tuple(c for c in (*shot.children, *dead.children) if c > dead.i)
        objects = [c for c in behind if tokens[c - base].dep in ("dobj", "pobj", "npadvmod", "nsubj")]
        moved = {
            doer.i: replace(doer, head=shot.i, dep="nsubj", children=(*before, *doer.children)),
            dead.i: replace(dead, head=shot.i, dep="advmod", children=()),
            shot.i: replace(
                shot, lemma="shoot", tag="VBD", head=shot.i if top.head == top.i else top.head, dep=top.dep, children=(doer.i, dead.i, *behind)
            ),
            **{c: replace(tokens[c - base], head=doer.i) for c in before},
            **{c: replace(tokens[c - base], head=shot.i, dep="dobj" if c in objects else tokens[c - base].dep) for c in behind},
        }
        if top is dead and dead.head != dead.i:
            above = tokens[dead.head - base]
            moved[above.i] = replace(above, children=tuple(shot.i if c == dead.i else c for c in above.children))
        tokens = [moved.get(t.i, t) for t in tokens]
    return tokens


def _nears(tokens: list[Token], base: int) -> list[Token]:
    """A first word "Near" taken for the first of a name: a preposition of what the sentence tells, with the name below it."""
    for near in tokens:
        i = near.i - base
        first = i == 0 or tokens[i - 1].sentence != near.sentence or tokens[i - 1].text in _MARKS | {".", "\n"}
        name = tokens[near.head - base]
        if near.text != "Near" or not first or near.tag[:2] not in ("NN", "JJ") or not near.i < name.i <= near.i + 5 or name.tag[:3] != "NNP":
            continue
        verb = tokens[name.head - base]
        if verb.i == name.i or verb.i < name.i:
            continue
        moved = {
            near.i: replace(near, lemma="near", tag="IN", dep="prep", head=verb.i, children=(name.i,)),
            name.i: replace(name, dep="pobj", head=near.i, children=tuple(c for c in name.children if c != near.i)),
            verb.i: replace(verb, children=tuple(sorted((near.i, *(c for c in verb.children if c != name.i))))),
        }
        tokens = [moved.get(t.i, t) for t in tokens]
    return tokens


_HARMING = frozenset("kill wound injure maim arrest detain capture abduct kidnap seize free release rescue shoot".split())


def _clauses(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """What a parser makes a clause of, behind verbs that take none: the object, and its participle."""
    for clause in tokens:
        verb = tokens[clause.head - base]
        if clause.dep != "ccomp" or clause.tag not in ("VBN", "VBD", "VBG") or verb.lemma not in _HARMING or verb.i > clause.i:
            continue
        children = [tokens[c - base] for c in clause.children]
        object_ = next((c for c in children if c.dep in ("nsubj", "nsubjpass") and verb.i < c.i < clause.i), None)
        passive = any(tokens[c - base].dep == "auxpass" for c in verb.children)  # "were killed when rebels shelled the bus"
        if object_ is None or passive or any(c.dep in ("mark", "auxpass", "aux") or c.i < clause.i and c.dep == "punct" for c in children):
            continue
        yield object_.i, verb.i, "dobj"
        yield clause.i, object_.i, "acl"


def _lands(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """A state's name between a comma and the end of the phrase, behind a place that a preposition governs."""
    for land in tokens[3:]:
        i = land.i - base
        comma, place = tokens[i - 1], tokens[i - 2]
        ends = i + 1 == len(tokens) or tokens[i + 1].text in _ENDS or tokens[i + 1].sentence != land.sentence
        if comma.text != "," or not ends or land.tag != "NNP" or land.dep not in ("conj", "appos", "nsubj", "npadvmod"):
            continue
        if place.tag != "NNP" or place.dep != "pobj" or land.head == place.i or tokens[place.head - base].lower not in _WITHIN:
            continue
        if land.lower in open_actors().nations.lands:
            yield land.i, place.i, "appos"


_ENDS = frozenset(".,;:)!?")
_WITHIN = frozenset("in at near outside of from around inside".split())


def _deeds_of_places(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """A relative clause of harm that a parser hangs on the place, where a deed before the place may bear it."""
    for verb in tokens:
        place = tokens[verb.head - base]
        subject = next((tokens[c - base] for c in verb.children if tokens[c - base].dep == "nsubj"), None)
        if verb.dep != "relcl" or verb.lemma not in _DOING or subject is None or subject.lower not in ("which", "that"):
            continue
        above = tokens[place.head - base]
        while place.dep == "pobj" and above.lower in _WITHIN and place.tag in ("NNP", "NN", "NNPS", "NNS"):
            deed = tokens[above.head - base]
            if deed.tag in ("NN", "NNS") and any(w.pos == "noun" for w in event_words().by_first.get(deed.lemma, ())):
                yield verb.i, deed.i, "relcl"
                break
            place, above = deed, tokens[deed.head - base]


def _subjects(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """The second of two subjects of a verb, between two commas: it says of the first who that is."""
    for verb in tokens:
        subjects = [c for c in verb.children if tokens[c - base].dep in ("nsubj", "nsubjpass") and c < verb.i]
        if len(subjects) != 2:
            continue
        first, second = (tokens[c - base] for c in subjects)
        inside = tokens[first.i - base + 1 : second.i - base]
        closed = any(t.text == "," for t in tokens[second.i - base + 1 : verb.i - base])
        nouns = all(t.tag in ("NN", "NNS", "NNP", "NNPS") for t in (first, second))
        joined = any(t.dep == "cc" and t.head in (first.i, verb.i) for t in inside)
        if nouns and closed and not joined and any(t.text == "," and t.head in (verb.i, first.i) for t in inside):
            yield second.i, first.i, "appos"


_HELD = frozenset("believe suspect think presume allege assume rumour rumor".split())


def _suspected(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """A bare participle of belief that a parser takes for the chief verb, and what its subject did for what was believed."""
    for held in tokens:
        children = [tokens[c - base] for c in held.children]
        if held.lemma not in _HELD or held.tag not in ("VBN", "VBD") or any(c.dep in ("aux", "auxpass", "dobj", "mark") for c in children):
            continue
        subject = next((c for c in children if c.dep in ("nsubj", "nsubjpass") and c.i < held.i and c.tag[:2] == "NN"), None)
        link = next((c for c in children if c.dep == "xcomp" and c.lemma in ("be", "belong", "come") and c.i > held.i), None)
        deed = next((c for c in children if c.dep == "ccomp" and link is not None and c.i > link.i and c.tag[:1] == "V"), None)
        if subject is None or deed is None or any(tokens[c - base].dep in ("nsubj", "nsubjpass", "mark") for c in deed.children):
            continue
        yield deed.i, deed.i if held.head == held.i else held.head, held.dep
        yield subject.i, deed.i, "nsubj"
        yield held.i, subject.i, "acl"


def _provinces(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """The subject behind a second place ("In X district, Y province, a force did"), taken for an apposition of that place."""
    for land in tokens:
        if land.dep not in ("nsubj", "nsubjpass") or land.head <= land.i or land.lemma not in _DIVISIONS:
            continue
        doer = next((tokens[c - base] for c in land.children if tokens[c - base].dep == "appos"), None)
        opening = next((tokens[c - base] for c in tokens[land.head - base].children if tokens[c - base].dep == "prep"), None)
        if doer is None or opening is None or not opening.i < land.i < doer.i < land.head or opening.lower not in _WITHIN:
            continue
        place = next((tokens[c - base] for c in opening.children if tokens[c - base].dep == "pobj"), None)
        if place is not None and any(t.text == "," for t in tokens[place.i - base + 1 : land.i - base]):
            yield doer.i, land.head, land.dep
            yield land.i, place.i, "appos"


_DIVISIONS = frozenset("province district state region county department governorate prefecture municipality oblast division".split())


def _objects(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """A noun right behind "and" that is joined to a verb with an object: it is one more object."""
    for noun in tokens:
        verb = tokens[noun.head - base]
        if noun.dep != "conj" or noun.tag not in ("NN", "NNS") or verb.tag[:1] != "V" or noun.i < verb.i:
            continue
        if any(tokens[c - base].dep in ("nsubj", "nsubjpass", "aux", "auxpass", "cop", "dobj") for c in noun.children):
            continue
        before = [tokens[c - base] for c in verb.children if tokens[c - base].dep == "dobj" and c < noun.i]
        joint = [c for c in verb.children if tokens[c - base].dep == "cc" and c < noun.i]
        first = min((noun.i, *noun.children))
        if before and joint and joint[-1] == first - 1 and tokens[first - 2 - base].i <= _end(tokens, base, before[-1]):
            yield noun.i, before[-1].i, "conj"


def _parallels(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """A participle of harm that "and" joins to a verb of another form, behind one of its own form further up."""
    for verb in tokens:
        above = tokens[verb.head - base]
        if verb.dep != "conj" or verb.tag != "VBG" or verb.lemma not in _DOING or above.tag in ("VBG", "NN") or above.i > verb.i:
            continue
        while above.head != above.i and not (above.tag == "VBG" and above.lemma in _DOING):
            above = tokens[above.head - base]
        if above.tag == "VBG" and above.i < verb.i:
            yield verb.i, above.i, "conj"


def _end(tokens: Sequence[Token], base: int, noun: Token) -> int:
    """The last token of the phrase of `noun`."""
    last = noun.i
    for c in noun.children:
        last = max(last, _end(tokens, base, tokens[c - base]))
    return last


_DOING = _HARMING | frozenset("target hit strike destroy damage claim leave damage devastate rock take".split())


def _misplaced(tokens: Sequence[Token], base: int) -> Iterator[tuple[int, int, str]]:
    """(Complement, the noun that it belongs to, as what)."""
    for t in tokens:
        if t.dep not in ("prep", "agent") or t.lower not in _COMPLEMENTS or t.head >= t.i:
            continue
        head = tokens[t.head - base]
        of = tokens[head.head - base]
        if t.lower == "by" and head.dep == "pobj" and of.lower == "of" and tokens[of.head - base].tag[:2] in ("NN", "VB"):
            yield t.i, of.head, t.dep  # "the killing of four guards by gunmen"
            continue
        if t.lower == "by" and head.tag in _ACTIVE and (deed := _deed(tokens, base, t, head)) is not None:
            yield t.i, deed, t.dep
            continue
        if head.tag[:2] != "NN":
            continue
        for c in head.children:
            noun = tokens[c - base]
            if noun.dep == "conj" and noun.tag[:2] in ("NN", "VB") and head.i < noun.i < t.i and _is_bare(tokens, base, noun):
                yield t.i, noun.i, t.dep
                break


_ACTIVE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def _deed(tokens: Sequence[Token], base: int, by: Token, verb: Token) -> int | None:
    """ "condemned the killing of guards by gunmen": an active verb that is no deed takes no doer, its object does."""
    children = [tokens[c - base] for c in verb.children]
    if verb.lemma in event_words().by_first or any(c.dep == "auxpass" for c in children):
        return None
    if not any(tokens[c - base].tag in ("NN", "NNS", "NNP", "NNPS") for c in by.children):
        return None
    noun = next((c for c in children if c.dep == "dobj" and c.i < by.i and c.lemma in event_words().by_first), None)
    while noun is not None:
        last = next((tokens[c - base] for c in noun.children if tokens[c - base].dep == "conj" and c < by.i), None)
        if last is None:
            return noun.i
        noun = last
    return None


def _is_bare(tokens: Sequence[Token], base: int, noun: Token) -> bool:
    """True for a noun without article, possessor or number of its own, which shares those of the noun before it."""
    return not any(tokens[c - base].dep in _OWN for c in noun.children)
