"""Whether the words tell of something that happened: from negation, mood, tense and what governs them."""

from __future__ import annotations

from warmonitor.find.campaigns import counts_a_campaign
from warmonitor.find.careers import describes_person, is_defined
from warmonitor.find.triggers import DAYS, LIGHT, Found
from warmonitor.lexicon.event_words import event_words
from warmonitor.lexicon.people import people_words
from warmonitor.model.mention import Realis
from warmonitor.model.reading import Reading, Token

_MODAL = {
    "will": "planned", "would": "hypothetical", "shall": "planned", "should": "planned", "must": "planned", "can": "habitual",
    "could": "hypothetical", "ca": "habitual", "wo": "planned", "'ll": "planned", "’ll": "planned", "ought": "planned",
}  # fmt: skip
_INTENDING = frozenset(
    "plan threaten vow want seek prepare intend promise pledge order urge call ask demand refuse agree need hope expect decide "
    "aim wish authorize authorise allow force oblige tell warn encourage train conspire plot continue use help able ready "
    "determined likely set suppose design mean require enable permit incite instruct instigate capable willing desire "
    "propose mobilize mobilise dedicate commit".split()
)
_CARRIED_OUT = frozenset("begin start manage attempt try proceed go return come move fail appear seem believe report say know think "
                         "allege suspect prompt cause lead provoke compel drive".split())  # fmt: skip
_TRYING = frozenset("try attempt fail".split())
_UNTRIED = frozenset("release captive formal displace".split())
_UNREAL_GOVERNORS = frozenset(
    "simulate anticipation precaution likelihood "
    "prevent avoid threat fear plan possibility risk warn warning prepare deter plot danger vow threaten "
    "urge demand exercise drill anticipate expect intention ability capability preparation calls prospect conspiracy "
    "combat counter resist oppose against fight curb reduce potential anti investigate definition define authorize "
    "lawsuit trial anniversary commemorate remembrance movie film novel book game rule right specialize specialise specialty expertise expert".split()
)
_AIMS = frozenset("aim goal purpose objective hope capable incapable intent bent".split())
"""What "of killing", "on killing", "with killing" behind these tells of has not happened."""
_SOUGHT = frozenset("seek request advocate propose await postpone delay".split())
_SOUGHT_FOR = frozenset("push press lobby wait call appeal campaign ask".split())
"""What one seeks or calls for has not happened."""
_UNREAL_ADJECTIVES = frozenset(
    "future possible potential planned imminent would-be threatened further hypothetical likely next upcoming expected feared "
    "planning nuclear everyday political legal verbal mock simulated staged fictional fictitious".split()
)
_FOUGHT = frozenset("battle war duel skirmish clash engagement".split())
_BROKERING = frozenset("negotiate secure arrange broker achieve obtain discuss ensure facilitate mediate".split())
"""What these verbs bring about happened if they tell of the past ("secured her release") and not otherwise ("to secure")."""
_PRESUPPOSING = frozenset("investigate probe solve condemn deplore denounce mourn avenge examine review recall remember commemorate mark".split())


_THE = frozenset("the a an this that these those another both".split())


def realis(reading: Reading, found: Found) -> Realis:
    """Whether the words tell of an actual happening, from negation, mood, tense and what governs them."""
    t = reading.tokens[found.head]
    if describes_person(reading, t):
        return "habitual"
    if is_defined(reading, t):
        return "generic"
    if found.trigger.pos == "verb":
        if found.trigger.subtype == "with-intervention" and t.dep == "advcl" and reading.tokens[t.head].tag[:1] == "V":
            return _verb_realis(reading, reading.tokens[t.head])  # "fired tear gas to break up the march"
        return _verb_realis(reading, t, found)
    return _noun_realis(reading, t, found)


def _verb_realis(reading: Reading, t: Token, found: Found | None = None) -> Realis:
    for c in reading.children(t.i):
        if c.dep == "neg" or c.lower in ("never",):
            return "negated"
        if c.dep == "nsubjpass" or c.dep == "nsubj":
            if any(d.lower in ("no", "none", "nobody") for d in reading.children(c.i, "det")) or c.lower in (
                "nobody",
                "none",
                "no-one",
            ):
                return "negated"
    above = _outer(reading, t)
    if above is not None:
        return above
    if t.dep == "acl" and t.tag == "VBG" and _describes_body(reading, t.head):
        return "habitual"  # "the coalition fighting the insurgents"
    if t.dep == "acl" and t.tag == "VBN" and t.lemma in ("displace", "uproot"):
        return "generic"  # "the 70,000 displaced by the conflict"
    if t.tag == "VBG" and t.dep == "xcomp" and reading.tokens[t.head].lemma in _ASPECT and reading.tokens[t.head].tag[:1] == "V":
        return _verb_realis(reading, reading.tokens[t.head])  # "would stop firing rockets", "will resume bombing"
    if t.tag == "VBG" and t.dep == "csubj" and reading.tokens[t.head].tag in ("VBZ", "VBP"):
        return "habitual"  # "fighting militants is a priority"
    auxiliaries = list(reading.children(t.i, "aux", "auxpass"))
    for a in auxiliaries:
        mood = _MODAL.get(a.lower)
        if mood and not any(b.lower == "have" for b in auxiliaries):
            return mood  # type: ignore[return-value]
    if any(a.tag == "TO" for a in auxiliaries) and not any(b.lower == "have" for b in auxiliaries):
        return _infinitive(reading, t, found)
    shared = [*auxiliaries, *_auxiliaries_before(reading, t)]
    if any(b.lower in ("have", "has", "'ve", "’ve") for b in shared) and _over_years(reading, t):
        return "habitual"
    kind = reading.sentences[t.sentence].kind
    if t.tag in ("VBZ", "VBP") and not auxiliaries and kind == "body" and not _told_as_past(reading, t):
        return "habitual"
    if t.dep == "conj":
        head = reading.tokens[t.head]
        if head.tag[:1] == "V" and t.tag == "VB":
            return _verb_realis(reading, head)
    return "actual"


_ASPECT = frozenset("stop start begin cease resume halt quit".split())


def _auxiliaries_before(reading: Reading, t: Token) -> list[Token]:
    """ "400 have been killed and 90 displaced since the war began": joined participles have the first one's auxiliaries."""
    above = reading.tokens[t.head]
    return list(reading.children(above.i, "aux")) if t.dep == "conj" and t.tag == above.tag == "VBN" else []


def _over_years(reading: Reading, t: Token) -> bool:
    """ "have killed 400 since the war began", "have been freed since 1994": a sum over years, no one happening."""
    sentence = reading.sentences[t.sentence]
    tokens = reading.tokens[sentence.first : sentence.last]
    for k, a in enumerate(tokens):
        behind = [b.lower for b in tokens[k + 1 : k + 5]]
        if a.lower == "since" and behind and not set(behind[:2]) & DAYS and not set(behind[:3]) & _HOURS:
            return bool(set(behind) & _EPOCHS) or any(len(b) == 4 and b.isdigit() for b in behind)
        if (
            a.lower in ("over", "in", "during", "for")
            and set(behind) & {"years", "decades", "months"}
            and set(behind) & {"past", "last", "recent"}
        ):
            return True
    return False


_EPOCHS = frozenset("start beginning outbreak war uprising revolution insurgency conflict invasion early late mid independence "
                    "year years decade decades 1990s 1980s rebellion campaign".split())  # fmt: skip
_HOURS = frozenset("morning evening dawn night yesterday midnight noon overnight".split())


def _told_as_past(reading: Reading, t: Token) -> bool:
    """ "after gunmen attack the village": a clause of time tells of a happening in any tense."""
    return t.dep in ("advcl", "pcomp") and any(m.lower in ("after", "when", "before") for m in reading.children(t.i, "mark", "advmod")) or (
        reading.tokens[t.head].lower in ("after", "following")
    )  # fmt: skip


def _describes_body(reading: Reading, head: int) -> bool:
    """True for a body that lasts ("the coalition", a named group), which a participle describes rather than tells of."""
    name = reading.name_at(head)
    if name is not None and name.kind in ("organisation", "armed-group"):
        return True
    return reading.tokens[head].lemma in (
        "coalition",
        "alliance",
        "group",
        "faction",
        "organisation",
        "organization",
        "army",
        "government",
    )


def _infinitive(reading: Reading, t: Token, found: Found | None = None) -> Realis:
    head = reading.tokens[t.head]
    if t.lemma == "target" and t.dep in ("advcl", "acl") and head.tag[:1] == "V" and (
        head.lemma in event_words().by_first or any(o.lemma in event_words().by_first for o in reading.children(head.i, "dobj"))
    ):
        return _verb_realis(reading, head)  # "conducted a strike to target fighters"
    if head.lemma == "use" and head.tag[:1] == "V" and any(True for _ in reading.children(head.i, "dobj", "nsubjpass")):
        return _verb_realis(reading, head)
    if t.dep in ("xcomp", "ccomp", "acl", "advcl") and (head.lemma in _CARRIED_OUT or head.lower in _CARRIED_OUT):
        if head.lemma in _TRYING and found is not None and found.trigger.frame in _UNTRIED:
            return "planned"  # an attack that failed is an incident, a release that failed is none
        return "actual" if head.tag[:1] != "V" else _verb_realis(reading, head)
    if reading.sentences[t.sentence].kind == "headline" and t.dep == "ROOT":
        return "planned"
    return "planned"


def _outer(reading: Reading, t: Token) -> Realis | None:
    """What the clauses above say: a condition, an intention, a threat."""
    child = t
    if t.dep == "advcl" and t.tag == "VBD" and any(m.lower in ("after", "since", "when", "before") for m in reading.children(t.i, "mark", "advmod")):
        return None  # "ordered the army to crush them after gunmen killed …": told as past, whatever was ordered
    for a in reading.ancestors(t.i):
        if child.dep == "relcl" and a.tag[:2] == "NN" and child.tag in ("VBD", "VBN") and not _in_mood(reading, child):
            return None  # "are investigating an incident in which two were killed": they were killed, whatever is sought
        for c in reading.children(child.i, "mark"):
            if c.lower in ("if", "unless", "whether", "lest") and child.dep in ("advcl", "ccomp"):
                return "hypothetical"
        if a.lemma == "use" and any(True for _ in reading.children(a.i, "dobj")):
            break  # "used a bomb to attack the convoy"
        if (
            child.dep in ("xcomp", "acl", "ccomp", "advcl", "pcomp", "pobj")
            and a.lemma in _INTENDING
            and (child.dep in ("xcomp", "acl") or child.dep == "ccomp" and _is_infinitive(reading, child))
            and not (a.lemma == "force" and a.tag[:2] == "NN")  # "the force detained" reads as what it was forced to
        ):
            return "habitual" if a.lemma in ("continue", "use") else "planned"
        if a.tag[:1] == "V" and child.dep in ("xcomp", "dobj", "pobj", "pcomp", "acl") and a.lemma in _UNREAL_GOVERNORS:
            return "hypothetical"
        if child.dep == "pcomp" and a.dep == "prep" and reading.tokens[a.head].lemma in _UNREAL_GOVERNORS | _AIMS:
            return "hypothetical"
        if (
            a.dep in ("ROOT", "relcl", "ccomp", "conj")
            and a.tag[:1] == "V"
            and child.dep not in ("xcomp", "dobj")
            and not (a.dep == "ccomp" and _is_infinitive(reading, a))
        ):
            break
        child = a
    return None


def _is_infinitive(reading: Reading, verb: Token) -> bool:
    """ "expect them to burn the trucks", told as a clause of its own."""
    return any(c.tag == "TO" for c in reading.children(verb.i, "aux"))


def _in_mood(reading: Reading, verb: Token) -> bool:
    return any(c.lower in _MODAL or c.tag == "TO" for c in reading.children(verb.i, "aux"))


def _noun_realis(reading: Reading, t: Token, found: Found) -> Realis:
    for c in reading.children(t.i):
        if c.dep == "det" and c.lower in ("no", "any", "every", "each"):
            return "negated" if c.lower == "no" else "generic"
        if c.dep in ("amod", "compound") and c.lower in _UNREAL_ADJECTIVES:
            return "hypothetical"
    if t.tag == "NNS" and (_many(reading, t) or _is_course(reading, t) or _sums_up(reading, t)):
        return "generic"
    if (
        t.tag == "NNS"
        and not any(c.dep in ("det", "poss", "nummod") for c in reading.children(t.i))
        and _timeless(reading, t)
    ):
        return "generic"
    head = reading.tokens[t.head]
    if t.dep == "dobj" and head.lemma in _PRESUPPOSING and any(c.lower in _THE for c in reading.children(t.i, "det")):
        return "actual"  # whoever starts to investigate the killing knows of one
    if t.dep == "dobj" and head.lemma in _SOUGHT:
        return "planned"
    if t.dep == "pobj" and head.lower == "for" and reading.tokens[head.head].lemma in _SOUGHT_FOR:
        return "planned"
    if t.dep == "pobj" and head.dep in ("prep", "agent"):
        governor = reading.tokens[head.head]
        if (
            governor.lemma in _UNREAL_GOVERNORS
            or head.lower in ("against",)
            and governor.lemma in ("fight", "war", "campaign")
        ):
            return "hypothetical"
        if head.lower == "without":
            return "negated"
        bare = t.tag == "NNS" and not any(c.dep in ("det", "nummod", "poss") for c in reading.children(t.i))
        if bare and head.dep == "agent" and _verb_realis(reading, governor) in ("negated", "planned", "hypothetical"):
            return "generic"  # "would be accompanied by attacks"
        if t.tag == "NNS" and not _told_singly(reading, t) and _is_standing(governor, head):
            return "habitual"  # "seized a chief responsible for attacks on patrols"
        if found.trigger.made and governor.lemma in found.trigger.made and governor.tag[:1] == "V":
            return _verb_realis(reading, governor)
        return "actual"
    if t.dep == "dobj" and head.dep == "acl" and head.tag == "VBG" and _describes_body(reading, head.head):
        return "habitual"
    if found.trigger.made and t.dep in ("dobj", "nsubjpass", "nsubj") and head.lemma in found.trigger.made:
        return _verb_realis(reading, head)
    if t.dep == "nsubjpass" and (head.lemma in _SCHEDULING or head.lemma == "plan" and _is_now(reading, head)):
        return "planned"  # "more marches are planned for Monday", not "the raid was planned by X"
    if t.dep in ("dobj", "conj", "nsubjpass") and head.tag[:1] == "V":
        if head.lemma in _UNREAL_GOVERNORS and t.dep != "nsubjpass" and not (head.lemma == "fight" and t.lemma in _FOUGHT):
            return "hypothetical"
        if t.dep == "dobj" and (head.lemma in LIGHT or head.lemma in _BROKERING):
            return _verb_realis(reading, head)
        bare = t.tag == "NNS" and not any(c.dep in ("det", "nummod", "poss") for c in reading.children(t.i))
        if bare and _verb_realis(reading, head) in ("negated", "planned", "hypothetical"):
            return "generic"  # "will not tolerate attacks"
        return "actual"
    if t.dep == "nsubj" and head.tag[:1] == "V":
        mood = _verb_realis(reading, head)
        return mood if mood in ("negated", "planned", "hypothetical") else "actual"
    return "actual"


_SCHEDULING = frozenset("schedule slate expect postpone cancel reschedule avert".split())


def _is_now(reading: Reading, verb: Token) -> bool:
    return any(c.lower in ("is", "are", "'s", "’s") for c in reading.children(verb.i, "auxpass"))


def _is_course(reading: Reading, t: Token) -> bool:
    """ "the atrocities against the minority": a course of things; "these atrocities", "three atrocities" are those told before."""
    if t.lemma not in _HAZY or any(c.dep == "nummod" or c.lower in ("these", "those") for c in reading.children(t.i, "det", "nummod")):
        return False
    bare = not any(c.dep in ("det", "poss") for c in reading.children(t.i))
    return bare or any(c.lower in ("against", "on") for c in reading.children(t.i, "prep"))


def _is_standing(governor: Token, prep: Token) -> bool:
    """What someone does as a rule: "responsible for attacks", "the official for attacks in the district", "notorious for raids"."""
    if governor.lemma == "responsible":
        return governor.dep in ("amod", "acl")
    return prep.lower == "for" and (governor.lemma in _KNOWN or people_words().get(governor.lemma) in ("armed", "official"))


_KNOWN = frozenset("notorious infamous famous known".split())


def _told_singly(reading: Reading, t: Token) -> bool:
    """ "the attacks", "three attacks": some that are known or counted."""
    return any(c.dep in ("nummod", "poss") or c.dep == "det" for c in reading.children(t.i))


def _many(reading: Reading, t: Token) -> bool:
    """ "many other recent attacks", "similar killings": a class of happenings, unless they are counted, placed or dated."""
    if not any(c.dep == "amod" and c.lower in _CLASSING for c in reading.children(t.i)):
        return False
    if any(c.dep in ("nummod", "poss") or c.dep == "det" and c.lower in ("the", "these") for c in reading.children(t.i)):
        return False
    first, last = reading.subtree(t.i)
    return not any(reading.tokens[i].tag == "NNP" for i in range(t.i, last))


def _sums_up(reading: Reading, t: Token) -> bool:
    """ "25 attacks so far this year", "killings over the past decade": a sum over a long span, unless it points back or
    somebody is told to have launched them."""
    definite = any(c.dep in ("det", "poss") and c.lower != "some" for c in reading.children(t.i))
    if definite or t.dep == "dobj" and reading.tokens[t.head].lemma in LIGHT:
        return False
    sentence = reading.sentences[t.sentence]
    words = reading.tokens[sentence.first : sentence.last]
    if not {w.lower for w in words} & _LONG_SPANS or any(
        w.lower == "since" and {x.lemma for x in words[k + 1 : k + 7]} & _OPERATIONS for k, w in enumerate(words)
    ):
        return False  # "clashes in recent days" are news; "300 strikes since the start of the operation" are of one operation
    return counts_a_campaign(reading, t.i, [t.i, *(w.i for w in words if w.tag[:2] == "VB")])


_LONG_SPANS = frozenset({"year", "years", "months", "decade", "decades", "war", "conflict"}) | {str(y) for y in range(1900, 2100)}
"""Words of spans that no one happening fills; weeks and days may be told as one."""
_OPERATIONS = frozenset({"operation", "offensive", "battle", "assault"})


_HAZY = frozenset("atrocity abuse cruelty barbarity".split())
"""Nouns that judge a course of things and tell of no one happening."""
_CLASSING = frozenset("many numerous other similar frequent regular repeated sporadic occasional countless previous past such "
                      "daily constant periodic like".split())  # fmt: skip


def _timeless(reading: Reading, t: Token) -> bool:
    """True where the clause above is in the simple present: "takes precautions in air strikes" tells of no one strike."""
    if reading.sentences[t.sentence].kind != "body":
        return False
    for a in reading.ancestors(t.i):
        if a.tag[:1] == "V" and a.dep in ("ROOT", "ccomp", "relcl", "conj", "advcl"):
            if a.tag in ("VBZ", "VBP") and a.lemma not in ("be", "say", "have", "report", "follow", "come"):
                return not any(True for _ in reading.children(a.i, "aux", "auxpass"))
            return False
    return False
