"""Which event words of one sentence grammar says are the same happening, and what stands between those that are not."""

from __future__ import annotations

from warmonitor.find.triggers import Found
from warmonitor.lexicon.people import people_words
from warmonitor.model.reading import Reading, Token

_AFTER = frozenset("after following before since until ahead prior".split())
_CAUSE = frozenset(
    "response retaliation revenge reprisal reaction retaliate avenge because reply answer respond anger angry angered enrage enraged outrage "
    "outraged infuriate infuriated incense incensed furious upset".split()
)
_BRINGING = frozenset("spark trigger prompt provoke ignite unleash".split())
_UNREST = frozenset("violence protest riot rioting unrest demonstration rally march clash anger outrage fury uproar rampage".split())
"""What people do over a deed."""
_WHILE = frozenset("while whereas although though amid despite".split())
_HARM = frozenset("kill wound injure hurt die perish lose maim dead".split())
_RESULTING = frozenset("end result leave lead cause bring claim kill wound injure see".split())
_SAYING = frozenset(
    "say tell report announce claim deny confirm condemn accuse praise blame add state warn describe call denounce comment "
    "believe investigate discuss recall threaten vow mark order help".split()
)


def bond(reading: Reading, found: Found, by_head: dict[int, int], by_clause: dict[int, int]) -> tuple[int | None, str]:
    """(Position of the trigger that governs this one, "same" or the separator between), or (None, "").

    `by_head` maps tokens of triggers to positions, `by_clause` the light verbs above event nouns ("took place").
    """
    twin = _predicate_of(reading, found.head, by_head)
    twin = _summed_up(reading, found, by_head) if twin is None else twin
    if twin is not None and twin != by_head.get(found.head):
        return twin, "same"
    child = reading.tokens[found.head]
    separator = ""
    for a in reading.ancestors(found.head):
        step = _between(reading, child.i, a.i) or _long_before(reading, child, a, by_head)
        if step != "and" or child.i == found.head:  # "15 were killed and ten others injured": joined people, not happenings
            separator = separator or step
        above = by_head.get(a.i, by_clause.get(a.i))
        if a.lemma == "follow" and (told := _told_when(reading, reading.tokens[found.head], a, by_head)) is not None:
            return told, "same"
        if above is not None and above != by_head.get(found.head):
            harmed = a.lemma in _HARM or a.lemma in _SUFFERED and _is_suffered(reading, a)
            if separator == "after" and harmed and found.trigger.frame not in ("result", "undergo"):
                separator = ""  # "were killed after gunmen attacked": what comes before brought it about
            if separator == "after" and _met_in_operation(reading, found, a):
                separator = ""
            if separator == "before":
                separator = "" if a.lemma in _DYING else "after"
            if separator == "while" and found.trigger.frame == "result" and a.lemma in _RESULTING | _HARM:
                separator = ""  # "killed 12 while wounding 30": counted beside each other
            return above, separator or "same"
        if a.lemma in _RESULTING and a.tag[:1] == "V" and not separator:
            for c in reading.children(a.i, "nsubj"):
                if by_head.get(c.i, by_head.get(found.head)) != by_head.get(found.head):
                    return by_head[c.i], "same"
        if a.lemma in _SAYING and a.tag[:1] == "V" and child.dep not in ("conj", "relcl"):
            said = _elaborated(reading, a.i, by_head)
            if said is not None and said != by_head.get(found.head):
                return said, "elaborates"
            told = _fronted(reading, child, a, by_head) if separator == "after" else None
            if told is not None and told != by_head.get(found.head):
                return told, "after"
            separator = separator or "saying"
        child = a
    beside = _counted_beside(reading, found, by_head)
    return (beside, "same") if beside is not None else (None, "")


_MEETING = frozenset("encounter gunfight firefight clash battle shootout gunbattle skirmish fight engagement fighting".split())
_STARTING = frozenset("launch initiate begin start conduct mount undertake carry".split())


def _met_in_operation(reading: Reading, found: Found, above: Token) -> bool:
    """ "The gunfight broke out after troops launched a search operation": the fight is what the operation came to."""
    if found.trigger.lemmas[-1] != "operation" or reading.tokens[reading.tokens[found.head].head].lemma not in _STARTING:
        return False
    return above.lemma in _MEETING or any(c.lemma in _MEETING for c in reading.children(above.i, "nsubj"))


def _told_when(reading: Reading, clause: Token, verb: Token, by_head: dict[int, int]) -> int | None:
    """ "The march followed riots on Monday, when youths burned a shop": what was done when belongs to what came before."""
    if clause.dep not in ("advcl", "relcl") or not any(c.lower == "when" for c in reading.children(clause.i, "advmod", "mark")):
        return None
    inside = [i for o in reading.children(verb.i, "dobj") for i in range(*reading.subtree(o.i)) if i < clause.i]
    return next((by_head[i] for i in inside if i in by_head), None)


def _fronted(reading: Reading, opening: Token, saying: Token, by_head: dict[int, int]) -> int | None:
    """ "Before the ambush, police said, two guards had died": the opening dates what is said, not the saying."""
    if opening.i != reading.sentences[saying.sentence].first and opening.i > saying.i:
        return None
    return next((by_head[c.i] for c in reading.children(saying.i, "ccomp") if c.i in by_head), None)


_COUNTING = frozenset("CD DT JJ JJR JJS NNS RB IN VBD".split())


def _counted_beside(reading: Reading, found: Found, by_head: dict[int, int]) -> int | None:
    """ "Three were killed and one wounded": the harm counted next to another, where a parser does not join them."""
    t = reading.tokens[found.head]
    if t.lemma not in _HARM or t.tag not in ("VBN", "VBD"):
        return None
    first = reading.sentences[t.sentence].first
    i = t.i - 1
    while i > max(first, t.i - 6) and reading.tokens[i].tag in _COUNTING and reading.tokens[i].lower not in _WHILE:
        i -= 1
    if reading.tokens[i].lower not in ("and", "while", "but") or i == t.i - 1:
        return None
    return next((by_head[j] for j in range(i - 1, max(first, i - 8) - 1, -1) if j in by_head and reading.tokens[j].lemma in _HARM), None)


_DYING = frozenset("die succumb perish".split())


def _long_before(reading: Reading, verb: Token, noun: Token, by_head: dict[int, int]) -> str:
    """ "struck mourners of a judge who had been shot": what had happened to people had happened before."""
    past = verb.dep == "relcl" and noun.i not in by_head and any(a.lower == "had" for a in reading.children(verb.i, "aux"))
    return "before" if past or verb.dep == "acl" and verb.tag == "VBN" and _mourned(reading, noun) else ""


_MOURNING = frozenset("vigil funeral memorial service march protest rally procession burial mourner mourning demonstration ceremony".split())


def _mourned(reading: Reading, noun: Token) -> bool:
    """ "a vigil for a boy shot on Saturday"."""
    governor = reading.tokens[reading.tokens[noun.head].head]
    return noun.dep == "pobj" and reading.tokens[noun.head].lower in ("for", "of", "over") and governor.lemma in _MOURNING


_SUFFERED = frozenset("abduct kidnap capture displace hospitalise hospitalize trap".split())


def _is_suffered(reading: Reading, verb: Token) -> bool:
    """A passive that names nobody who did it."""
    return verb.tag == "VBN" and not any(reading.children(verb.i, "agent", "dobj"))


def _elaborated(reading: Reading, saying: int, by_head: dict[int, int]) -> int | None:
    """ "confirmed the attacks, saying a raid took place": what follows tells more of what was confirmed."""
    t = reading.tokens[saying]
    if t.tag == "VBG" and t.dep in ("advcl", "conj"):
        for c in reading.children(t.head, "dobj"):
            if c.i in by_head:
                return by_head[c.i]
    return None


def _predicate_of(reading: Reading, head: int, by_head: dict[int, int]) -> int | None:
    """The trigger that this one is said to be: "the blast was an air strike", "called the attack an act of terror"."""
    t = reading.tokens[head]
    if t.dep not in ("attr", "oprd", "appos"):
        return None
    if t.dep == "appos":
        return by_head.get(t.head)
    above = reading.tokens[t.head]
    while above.dep == "xcomp" and above.lemma == "be":  # "the blast appears to have been an attack"
        above = reading.tokens[above.head]
    for verb in (t.head, above.i):
        for c in reading.children(verb, "nsubj", "nsubjpass", "dobj"):
            if c.i != head and c.i in by_head:
                return by_head[c.i]
    return None


def _summed_up(reading: Reading, found: Found, by_head: dict[int, int]) -> int | None:
    """ "… seized 40 boys in May -- a kidnapping that shook the town": the noun behind a dash sums up what was told."""
    article = reading.tokens[found.first - 1] if found.first > 1 else None
    if article is None or article.lower not in ("a", "an") or reading.tokens[article.i - 1].text not in ("--", "—", "–", "-"):
        return None
    first = reading.sentences[article.sentence].first
    return next((by_head[i] for i in range(article.i - 1, first - 1, -1) if i in by_head), None)


def _between(reading: Reading, child: int, above: int) -> str:
    """What the step from `child` up to `above` says."""
    c, a = reading.tokens[child], reading.tokens[above]
    if c.lemma in _CAUSE or a.lemma in _CAUSE:
        return "cause"
    if c.dep == "prep" and c.lower == "over" and a.lemma in _UNREST:
        return "cause"  # "violence over the shooting of a boy"
    if a.tag[:2] == "VB" and a.lemma in _BRINGING and c.dep in ("dobj", "agent"):
        return "cause"
    if a.tag[:2] == "VB" and a.lemma == "follow" and c.dep == "dobj" and _is_the_move(reading, a):
        return "after"
    if c.dep == "acl" and c.tag == "VBG" and people_words().get(a.lemma) in ("armed", "state"):
        return "clause"  # "struck fighters firing on a post": what those who were hit did is another thing
    if c.dep in ("prep", "mark", "advmod") and c.lower in _AFTER or a.dep in ("prep", "mark") and a.lower in _AFTER:
        return "after"
    for m in reading.children(child, "mark", "advmod"):
        if m.lower in _AFTER and c.dep in ("advcl", "pcomp", "ccomp", "conj"):
            return "after"
        if m.lower in _WHILE and c.dep == "advcl":
            return "while"
    if c.dep == "conj" and c.tag[:1] == "V" and any(True for _ in reading.children(child, "nsubj", "nsubjpass")):
        return "" if _shares_passive(reading, c, a) else "clause"
    if c.dep in ("ccomp", "parataxis") and not a.tag[:1] == "V":
        return "clause"
    if c.dep == "conj" and c.tag[:2] == "NN":
        return "" if _shares_article(reading, c, a) else "and"
    return ""


def _shares_passive(reading: Reading, verb: Token, first: Token) -> bool:
    """ "ten people were killed and four abducted": the second has its auxiliary from the first."""
    own = any(True for _ in reading.children(verb.i, "aux", "auxpass", "agent"))
    bare = verb.tag == "VBN" and not own and not any(True for _ in reading.children(first.i, "agent"))
    return bare and any(True for _ in reading.children(first.i, "auxpass"))


def _shares_article(reading: Reading, noun: Token, first: Token) -> bool:
    """ "the ambush and killing of four guards": one article and one complement for both, so one happening."""
    own = any(True for _ in reading.children(noun.i, "det", "poss", "nummod", "amod", "compound"))
    shared = any(d.lower in ("the", "a", "an", "this", "their", "his") for d in reading.children(first.i, "det", "poss"))
    complement = any(p.lower in ("of", "by") for p in reading.children(noun.i, "prep", "agent"))
    return shared and not own and complement and not any(True for _ in reading.children(first.i, "prep"))


def _is_the_move(reading: Reading, verb: Token) -> bool:
    """ "The raids followed an attack" tells of two; "gunfire followed the blast" goes on with one."""
    return any(
        d.lower in ("the", "this", "these")
        for s in reading.children(verb.i, "nsubj")
        for d in reading.children(s.i, "det")
    )


_RESPONSE_NOUNS = frozenset("response retaliation revenge reprisal reaction answer reply vengeance".split())
_RESPONSE_VERBS = frozenset("retaliate avenge respond react answer revenge".split())


def response_to(reading: Reading, found: Found, by_head: dict[int, int], by_clause: dict[int, int]) -> int | None:
    """Position of the trigger that is said to answer this one: "strikes … retaliating for the rockets", "in response to"."""
    own = by_head.get(found.head)
    marker = _response_marker(reading, found.head)
    if marker is None:
        return None
    for c in reading.children(marker.i, "nsubj"):
        if by_head.get(c.i, own) != own:
            return by_head[c.i]
    for a in reading.ancestors(marker.i):
        above = by_head.get(a.i, by_clause.get(a.i))
        if above is not None and above != own:
            return above
        for c in reading.children(a.i, "nsubj", "nsubjpass", "dobj"):
            if by_head.get(c.i, own) != own:
                return by_head[c.i]
    return None


def _response_marker(reading: Reading, head: int) -> Token | None:
    """The word of retaliation that governs an event word: "in response to the attack", "to avenge the killing"."""
    for steps, a in enumerate(reading.ancestors(head)):
        if a.lemma in _RESPONSE_NOUNS and a.tag[:2] == "NN" or a.lemma in _RESPONSE_VERBS and a.tag[:1] == "V":
            return a
        if steps > 4 or a.tag[:1] == "V" and a.dep in ("ROOT", "ccomp"):
            return None
    return None
