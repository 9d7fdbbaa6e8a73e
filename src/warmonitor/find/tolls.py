"""Figures of people harmed: the words of the number, of the people, and of what was done to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from warmonitor.find.campaigns import counts_a_campaign
from warmonitor.find.figures import PEOPLE, in_words, is_measure, is_people
from warmonitor.find.phrases import noun_phrase
from warmonitor.find.subjects import joint_subjects, reads_as_passive, subject_of
from warmonitor.find.toll_beside import by_neighbour
from warmonitor.find.toll_mentions import at_most, figures, mention
from warmonitor.find.toll_nouns import by_adjective, by_noun, with_older
from warmonitor.lexicon.people import people_words
from warmonitor.lexicon.toll_words import TollWords, toll_words
from warmonitor.model.mention import TollMention
from warmonitor.model.reading import Reading, Token

_INTRANSITIVE = frozenset("die perish flee disappear go succumb pay fall meet".split())
_BEARING = frozenset("suffer sustain receive incur lose seek require need undergo".split())
"""Verbs whose subject is harmed where the words behind say by what: "suffered injuries", "lost his life"."""
_STATES = {
    "captive": "abducted", "captivity": "abducted", "hostage": "abducted", "unaccounted": "missing", "missing": "missing", "custody": "captured",
    "detention": "captured", "hospital": "injured",
}  # fmt: skip
"""What people "remain in" or "are still": the word behind "remain" -> kind."""
_FATAL = frozenset({"shoot", "wound", "injure", "stab", "hurt", "hit", "strike", "beat"})
_ABDUCTION = frozenset({"kidnap", "abduct", "kidnapping", "abduction", "hostage", "kidnapper", "abductor", "captor"})
_TAKING = frozenset({"capture", "seize", "take", "grab"})
_HELD_NOUNS = frozenset({"evacuee", "hostage", "captive", "detainee", "prisoner", "abductee", "displaced"})


def find_tolls(reading: Reading) -> tuple[TollMention, ...]:
    """Toll figures in text order, one for each figure and kind."""
    words = toll_words()
    found: dict[tuple[int, str], TollMention] = {}
    heads: set[int] = set()
    by_verb = [*_by_verb(reading, words), *_remaining(reading), *_among(reading, words), *_of_the_whole(reading, words)]
    heads.update(m.head for m in by_verb if m.head is not None)
    adjectives = [m for m in by_adjective(reading, words) if not _counted_before(reading, m, by_verb)]
    nouns = [m for m in by_noun(reading, words) if m.anchor not in heads or reading.tokens[m.anchor].lemma not in _HELD_NOUNS]
    told = [*by_verb, *adjectives, *nouns]
    for m in (*told, *by_neighbour(reading, words, told)):
        found.setdefault((m.first, m.kind), m)
    ordered = sorted(found.values(), key=lambda m: (m.first, m.last, m.kind))
    kept = [m for m in ordered if reading.sentences[reading.tokens[m.anchor].sentence].kind != "stamp"]
    counted = {m.kind for m in kept if m.quantity[0] not in _NOBODY}
    kept = [m for m in kept if m.quantity != ("none",) or m.kind not in counted or _no_one(reading, m)]
    kept = [_of_the_freed(reading, _of_others(reading, _of_breakdown(reading, m, kept))) for m in kept]
    return tuple(with_older(reading, _of_campaign(reading, m, kept)) for m in _joined_parts(reading, kept))


def _joined_parts(reading: Reading, tolls: list[TollMention]) -> list[TollMention]:
    """ "75 were hurt, among them 21 soldiers and six policemen": what is joined to a part is another part."""
    parts = {(m.head, m.kind) for m in tolls if m.part == "subset" and m.head is not None}
    out = []
    for m in tolls:
        head = None if m.head is None or m.part != "total" else reading.tokens[m.head]
        if head is not None and head.dep == "conj" and (head.head, m.kind) in parts:
            parts.add((head.i, m.kind))
            out.append(replace(m, part="subset"))
        else:
            out.append(m)
    return out


_NOBODY = frozenset({"no", "none", "zero"})


def _no_one(reading: Reading, m: TollMention) -> bool:
    """True for "nobody", "none of them"; False for people of whom it is said that they were spared."""
    return reading.tokens[m.first].lower in ("nobody", "none", "no", "no-one")


def _of_breakdown(reading: Reading, m: TollMention, all_: list[TollMention]) -> TollMention:
    """ "put the toll at 57, with 32 killed in X and 25 in Y": parts of the figure before."""
    if reading.tokens[m.last - 1].lower in ("them", "whom") and any(o.anchor == m.anchor and o.first < m.first and o.kind == m.kind for o in all_):
        return replace(m, part="subset")  # "wounding nine, three of them seriously"
    before = reading.tokens[m.first - 1].lower if m.first else ""
    whole = any(o.kind == m.kind and o.first < m.first and reading.tokens[o.anchor].sentence == reading.tokens[m.anchor].sentence for o in all_)
    comma = m.first > 1 and reading.tokens[m.first - 2].text in (",", "-", "–", "—")
    return replace(m, part="subset") if before == "with" and comma and whole else m


_FREEING = frozenset("free release rescue liberate escape return swap exchange hand reunite find recover".split())


def _of_the_freed(reading: Reading, m: TollMention) -> TollMention:
    """ "21 schoolgirls abducted by rebels were released": the number counts those let go, some of those taken."""
    t = reading.tokens[m.anchor]
    if m.kind not in ("abducted", "captured") or t.dep not in ("acl", "relcl", "amod"):
        return m
    people = reading.tokens[t.head]
    freed = people.dep in ("nsubj", "nsubjpass", "dobj") and reading.tokens[people.head].lemma in _FREEING
    return replace(m, part="subset") if freed else m


def _of_others(reading: Reading, m: TollMention) -> TollMention:
    """ "there were no casualties in the other attacks": a zero of others is none of this one."""
    last = reading.sentences[reading.tokens[m.anchor].sentence].last
    words = [t.lower for t in reading.tokens[m.anchor : min(last, m.anchor + 8)]]
    elsewhere = "other" in words[:-1] and words[words.index("other") + 1].rstrip("s") in _HAPPENINGS
    return replace(m, part="subset") if m.quantity[0] in _NOBODY and elsewhere else m


_HAPPENINGS = frozenset("attack blast explosion incident strike raid clash bombing bomb shooting".split())


def _of_campaign(reading: Reading, m: TollMention, all_: list[TollMention]) -> TollMention:
    here = reading.tokens[m.anchor].sentence
    anchors = [x.anchor for x in all_ if reading.tokens[x.anchor].sentence == here]
    return replace(m, campaign=counts_a_campaign(reading, m.anchor, anchors))


def _counted_before(reading: Reading, m: TollMention, others: list[TollMention]) -> bool:
    """True where the number to the left of an adjective already counts for the verb before ("killed 16 men and wounded …")."""
    beside = reading.tokens[m.anchor + 1 : m.anchor + 2]
    own = bool(beside) and (beside[0].tag == "CD" or in_words(beside[0]))  # "killed dozens of men and injured scores"
    return any(o.anchor == m.anchor or (own or o.kind == m.kind) and o.first <= m.first < o.last for o in others)


# verbs ----------------------------------------------------------------------------------------------------------------
def _by_verb(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    for t in reading.tokens:
        if t.tag[:1] != "V":
            continue
        if t.lemma == "include":
            yield from _included(reading, words, t)
            continue
        if t.lemma in _ESCAPING:
            yield from _unscathed(reading, t)
        kind = _verb_kind(reading, words, t)
        if kind is None or kind == "injured" and _of_the_dead(reading, words, t) or _only_meant(reading, t):
            continue
        if any(True for _ in reading.children(t.i, "neg")):
            yield from _spared(reading, t, kind)
            continue
        joint = _joint(reading, words, t, kind)
        for head in () if _counts_its_own(reading, t) else _harmed(reading, words, t):
            for m in figures(reading, t, head, _kind_here(reading, kind, t, head)):
                told = at_most(m) if joint else m
                if told is not None:
                    yield told


_MEANING = frozenset(
    "try attempt fail seek plan plot want intend threaten vow conspire order aim hope wish prepare refuse decline promise pledge urge "
    "call incite encourage ask swear offer train tell instruct".split()
)
_MODALS = frozenset("will would could can should must may might shall 'll".split())


def _only_meant(reading: Reading, t: Token) -> bool:
    """ "Tried to kill the judge", "would kill 12 captives": nobody is harmed yet."""
    if t.tag != "VB" or any(c.lower in ("have", "been") for c in reading.children(t.i, "aux", "auxpass")):
        return False
    if any(c.lower in _MODALS for c in reading.children(t.i, "aux")):
        return True
    return t.dep == "xcomp" and reading.tokens[t.head].lemma in _MEANING


def _of_the_dead(reading: Reading, words: TollWords, t: Token) -> bool:
    """ "was pronounced dead after suffering wounds", "died while being treated": the wounds of those who died."""
    if t.dep not in ("advcl", "pcomp", "xcomp") or any(True for _ in reading.children(t.i, "nsubj", "nsubjpass")):
        return False
    for a in reading.ancestors(t.i):
        if a.tag[:1] == "V":
            return _verb_kind(reading, words, a) == "killed" or any(c.lower == "dead" for c in reading.children(a.i))
    return False


def _spared(reading: Reading, t: Token, kind: str) -> Iterator[TollMention]:
    """ "the driver was not hurt": nobody, as long as the report counts nobody else (see `find_tolls`)."""
    subject, passive = subject_of(reading, t.i, of_people=True)
    if subject is not None and passive and is_people(reading, subject):
        first, last = noun_phrase(reading, subject)
        yield mention(reading, kind, ("none",), t, first, last, subject)


_ESCAPING = frozenset("escape survive emerge be avoid walk".split())
_UNHURT = frozenset("unhurt unharmed uninjured unscathed".split())


def _unscathed(reading: Reading, t: Token) -> Iterator[TollMention]:
    """ "Two officers escaped injury", "the mayor emerged unhurt": nobody, as long as the report counts nobody else."""
    free = t.lemma in ("escape", "avoid") and any(c.lemma in ("injury", "harm") for c in reading.children(t.i, "dobj"))
    if not free and not any(x.lower in _UNHURT for x in reading.tokens[t.i + 1 : t.i + 5] if x.sentence == t.sentence):
        return
    subject, _ = subject_of(reading, t.i, of_people=True)
    if subject is not None and is_people(reading, subject):
        first, last = noun_phrase(reading, subject)
        yield mention(reading, "injured", ("none",), t, first, last, subject)


def _joint(reading: Reading, words: TollWords, t: Token, kind: str) -> bool:
    """ "killed and wounded 18", "were killed or captured": one figure for two kinds, so that neither is known."""
    near = [*([reading.tokens[t.head]] if t.dep == "conj" else []), *reading.children(t.i, "conj")]
    beside = next((x for x in near if abs(x.i - t.i) <= 3), None)
    if beside is None or kind not in _JOINT:
        return False
    first, second = sorted((t, beside), key=lambda x: x.i)
    if not all(x.dep == "cc" or x.tag[:2] == "RB" for x in reading.tokens[first.i + 1 : second.i]):
        return False
    kinds = [_verb_kind(reading, words, first), _verb_kind(reading, words, second)]
    if kinds[0] == kinds[1] or None in kinds or not set(kinds) <= _JOINT:
        return False
    return kinds[0] == "killed" or kinds[0] == "injured" and kinds[1] == "killed"


_JOINT = {"killed", "injured", "captured"}


def _counts_its_own(reading: Reading, t: Token) -> bool:
    """ "25 people were killed and over 49 injured": the second verb has a number of its own before it."""
    if t.dep != "conj" or t.tag not in ("VBN", "VBD") or t.head > t.i or any(True for _ in reading.children(t.i, "auxpass", "nsubjpass", "nsubj")):
        return False
    joint = next((c.i for c in reading.children(t.head, "cc", "punct") if t.head < c.i < t.i), None)
    if joint is None or any(x.tag[:1] == "V" for x in reading.tokens[joint + 1 : t.i]):
        return False
    return any(x.tag == "CD" and not is_measure(reading, x.i) or in_words(x) for x in reading.tokens[joint + 1 : t.i])


def _verb_kind(reading: Reading, words: TollWords, t: Token) -> str | None:
    if t.lemma in _FATAL and any(c.lower in ("fatally", "mortally") for c in reading.children(t.i, "advmod")):
        numbered = any(x.tag == "CD" for c in reading.children(t.i, "advmod") if c.lower == "fatally" for x in reading.children(c.i))
        return None if numbered else "killed"
    if t.lemma == "pick" and not any(people_words().get(x.lemma) == "state" for x in reading.tokens if x.sentence == t.sentence):
        return None  # "picked up her daughter from school"
    away = [x.lower for x in (reading.tokens[t.i + 1 : t.i + 2] if t.tag == "VBN" else reading.tokens[t.i + 1 : t.i + 6])]
    if t.lemma == "take" and ("away" in away or t.tag == "VBN" and "from" in away):
        return "abducted" if any(x.lemma in _ABDUCTION for x in reading.tokens) else None
    for lemmas, kind in words.verbs.get(t.lemma, ()):
        if reading.match(t.i, lemmas[:1]) is not None and all(_near(reading, t, w) for w in lemmas[1:]):
            return kind
    return None


def _near(reading: Reading, t: Token, word: str) -> bool:
    """True where a verb's particle or complement stands up to six tokens behind it."""
    nouns_only = t.lemma in _BEARING
    return any(
        word in (x.lemma, x.lower) and not (nouns_only and x.tag[:2] != "NN")
        for x in reading.tokens[t.i + 1 : t.i + 7]
        if x.sentence == t.sentence
    )


def _kind_here(reading: Reading, kind: str, verb: Token, head: int) -> str:
    """Unarmed people "captured" or "seized" in a report of abduction are abducted, by others than the state they are too."""
    if verb.lemma == "seize" and people_words().get(reading.tokens[head].lemma) == "civilian":
        doer, passive = subject_of(reading, verb.i)
        return "abducted" if doer is None or passive or people_words().get(reading.tokens[doer].lemma) != "state" else kind
    if kind == "captured" and verb.lemma in _TAKING and people_words().get(reading.tokens[head].lemma) == "civilian":
        return "abducted" if any(t.lemma in _ABDUCTION for t in reading.tokens) else kind
    return kind


def _harmed(reading: Reading, words: TollWords, verb: Token) -> list[int]:
    objects = [c.i for c in reading.children(verb.i, "dobj")]
    subject, passive = subject_of(reading, verb.i, of_people=True)
    along = list(_along_with(reading, verb))
    lost = [i for i in objects if is_people(reading, i) and reading.tokens[i].lemma != "life"]
    if not lost and (whom := _relative_object(reading, verb)) is not None:
        return [whom, *along]
    passive = passive or reads_as_passive(reading, verb)
    if not passive and not objects and verb.tag == "VBN" and verb.dep in ("oprd", "xcomp", "acomp"):
        subject, passive = subject_of(reading, verb.head, of_people=True)  # "was confirmed killed"
    if verb.lemma in _INTRANSITIVE or passive or verb.lemma in _BEARING and not lost:
        counted = [i for i in objects if is_people(reading, i) and reading.tokens[i].lemma not in _HELD_NOUNS]
        if passive and counted:  # not "were granted safe passage", "were taken hostage"
            return objects + along
        return (joint_subjects(reading, verb.i, subject) if subject is not None else []) + along
    if not objects and verb.tag[:1] == "V":  # "killed and wounded 18 rebels"
        shared = next((c for c in reading.children(verb.i, "conj") if c.i - verb.i < 4 and _verb_kind(reading, words, c)), None)
        objects = [c.i for c in reading.children(shared.i, "dobj")] if shared is not None else []
    return [_whose_throat(reading, i) for i in objects] + along


def _relative_object(reading: Reading, verb: Token) -> int | None:
    """ "The 43 students whom gunmen abducted", "276 girls that militants took captive": those before the clause."""
    if verb.dep != "relcl":
        return None
    subjects = [c for c in reading.children(verb.i, "nsubj") if c.tag[:1] != "W" and c.i < verb.i]
    named = any(c.tag[:1] == "W" and c.lower != "whose" for c in reading.children(verb.i, "nsubj", "dobj", "pobj"))
    bare = subjects and not any(True for _ in reading.children(verb.i, "dobj"))
    return verb.head if subjects and (named or bare) and is_people(reading, verb.head) else None


def _whose_throat(reading: Reading, i: int) -> int:
    """ "slit the throats of eight men": the men."""
    if reading.tokens[i].lemma != "throat":
        return i
    return next((o.i for c in reading.children(i, "prep") for o in reading.children(c.i, "pobj")), i)


def _along_with(reading: Reading, verb: Token) -> Iterator[int]:
    """ "… were hurt along with three bystanders", "killed together with his driver"."""
    above = [verb.i, *(o.i for o in reading.children(verb.i, "dobj", "nsubjpass", "prep", "prt", "advmod"))]
    for c in (c for i in above for c in reading.children(i, "prep")):
        before = reading.tokens[c.i - 1].lower if c.i else ""
        if c.lower == "with" and before in ("along", "together"):
            yield from (o.i for o in reading.children(c.i, "pobj"))


def _included(reading: Reading, words: TollWords, t: Token) -> Iterator[TollMention]:
    """ "The dead included three children": a part of those counted elsewhere."""
    subject, _ = subject_of(reading, t.i)
    kind = _kind_of_whole(reading, words, reading.tokens[subject]) if subject is not None else None
    if kind is None:
        return
    for c in reading.children(t.i, "dobj"):
        for m in figures(reading, t, c.i, kind):
            yield replace(m, part="subset")


def _among(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    """ "Three children were among the dead", "there are many women among those killed": a part of those counted elsewhere."""
    for t in reading.tokens:
        verb = reading.tokens[t.head]
        verb = reading.tokens[verb.head] if verb.dep == "attr" else verb
        if t.lower != "among" or verb.lemma != "be":
            continue
        whole = next(reading.children(t.i, "pobj"), None)
        kind = _kind_of_whole(reading, words, whole) if whole is not None else None
        if whole is None or kind is None:
            continue
        for c in reading.children(verb.i, "nsubj", "attr"):
            for m in figures(reading, whole, c.i, kind) if c.i != whole.i else ():
                yield replace(m, part="subset")


def _of_the_whole(reading: Reading, words: TollWords) -> Iterator[TollMention]:
    """ "Five of the wounded are children", "of the dead, two were nurses": a part of those counted elsewhere."""
    for t in reading.tokens:
        of = reading.tokens[t.head]
        kind = _kind_of_whole(reading, words, t) if t.dep == "pobj" and of.lower == "of" else None
        if kind is None:
            continue
        above = reading.tokens[of.head]
        part = above if above.i < of.i else next((c for c in reading.children(above.i, "nsubj", "nsubjpass") if c.i > t.i), above)
        verb = reading.tokens[part.head]
        if part.dep not in ("nsubj", "nsubjpass") or verb.lemma in _FREEING or _verb_kind(reading, words, verb) is not None:
            continue
        if part.tag == "CD" or in_words(part) or any(True for _ in reading.children(part.i, "nummod")):
            yield from (replace(m, part="subset") for m in figures(reading, t, part.i, kind))


def _kind_of_whole(reading: Reading, words: TollWords, whole: Token) -> str | None:
    """ "the dead", "the victims", "those killed", "the guards who were wounded"."""
    plain = whole.lower in ("those", "people")
    if plain or whole.tag == "NNS" and people_words().get(whole.lemma) in PEOPLE:
        done = next(reading.children(whole.i, "acl", "amod", "relcl"), None)
        if plain or done is not None:
            return None if done is None else _verb_kind(reading, words, done) or words.adjectives.get(done.lower)
    known = words.adjectives.get(whole.lower) or words.nouns.get(whole.lemma)
    return known or ("killed" if whole.lemma in ("dead", "victim", "fatality") else None)


def _remaining(reading: Reading) -> Iterator[TollMention]:
    """ "197 girls remain captive", "40 are still in captivity": a part of those taken."""
    for t in reading.tokens:
        kind = _STATES.get(t.lower) or _STATES.get(t.lemma)
        if kind is None:
            continue
        verb = next((a for a in reading.ancestors(t.i) if a.tag[:1] == "V"), None)
        if verb is None or verb.lemma not in ("remain", "be", "stay", "keep", "hold") or verb.sentence != t.sentence:
            continue
        held = t.lower in ("custody", "detention") and verb.lemma == "be"
        if verb.lemma == "be" and not held and kind != "injured" and not any(x.lower == "still" for x in reading.tokens[verb.i : t.i]):
            continue
        if kind == "missing" and any(x.lemma in _ABDUCTION for x in reading.tokens):
            kind = "abducted"
        subject, _ = subject_of(reading, verb.i)
        if subject is None:
            continue
        for m in figures(reading, t, subject, kind):
            if held:
                yield m
                continue
            who = f"{m.who} who {reading.words(verb.i, t.i + 1)}" if m.who else ""
            yield replace(m, part="others" if m.part == "others" else "subset", who=who)
