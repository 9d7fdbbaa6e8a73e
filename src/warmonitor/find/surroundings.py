"""What stands around a name and says that it is a place: prepositions of place, nouns that name kinds of place, lists."""

from __future__ import annotations

from warmonitor.find.capitals import ARTICLE, Capitals

_RIDING = frozenset({"ride", "drive", "travel"})
"""What people do in a vehicle: "riding in Humvees"."""


class Surroundings(Capitals):
    """Questions to the grammar around a name of one reading."""

    def _before(self, i: int) -> int:
        """Index of the word before i, over articles, adjectives of direction and quotation marks; -1 at the start."""
        t = self.tokens
        k = i - 1
        while (
            k >= 0
            and t[k].sentence == t[i].sentence
            and (
                t[k].lower in ("the", "a", "an", "nearby", "neighbouring", "neighboring", '"', "“", "eastern-most")
                or t[k].lower in ARTICLE
                and t[k].text[:1].isupper()
                and t[k].lower not in ("at", "as", "an")
                or t[k].lower in self.words["direction"]
                and t[k].tag not in ("NN",)
            )
        ):
            k -= 1
        return k if k >= 0 and t[k].sentence == t[i].sentence else -1

    def _locative(self, i: int) -> bool:
        """A preposition of place stands before, directly or through "the city of", "the areas of A, B and"."""
        t = self.tokens
        k = self._before(i)
        if k < 0 or self._modifies(i):
            return False
        if t[k].lower in self.words["locative"] and t[k].tag != "RP":
            return not (t[k].lower == "to" and k > 0 and t[k - 1].lower == "according")
        if t[k].text in ("'s", "’s"):  # "in Dhaka's" Kalyanpur
            owner = self._run_before(k)
            return owner < k and self._locative(owner)
        if t[k].lower == "of" and k > 0:
            name = self.names.get(i)
            if t[k - 1].lower in self.words["partitive"] or t[k - 1].lower in self.words["direction"]:
                return True
            here = name is not None and name.kind == "place" and t[k - 1].tag == "NN"
            return here and t[i].lower not in self.people and t[k - 1].lemma not in self.words["befalls_people"]
        if t[k].lower in self.words["settled"] and t[k].tag in ("NN", "NNS"):
            return True  # "the Syrian city Homs"
        return (t[k].lower in ("and", "or", ",") or t[k].text == "/") and self._in_list(k)

    def _run_before(self, k: int) -> int:
        """First token of the run of proper names that ends before token k, k where there is none."""
        t = self.tokens
        i = k
        while (
            i > 0
            and t[i - 1].sentence == t[k].sentence
            and (t[i - 1].tag in ("NNP", "NNPS") or t[i - 1].text in "-–" or t[i - 1].lower in ARTICLE)
        ):
            i -= 1
        return i

    def _modifies(self, i: int) -> bool:
        """The name at i only qualifies a noun that is no place: "from the Asad dictatorship", not "in Umm Qasr port"."""
        t = self.tokens
        h = t[i]
        while h.dep in ("compound", "amod", "nmod") and h.head > h.i:
            h = t[h.head]
        common = h.text[:1].islower() or self.upper and h.tag in ("NN", "NNS")
        return h.i != i and common and h.tag[:2] == "NN" and h.lower not in self.words["place_head"]

    def _in_list(self, k: int) -> bool:
        """The name after the comma or "and" at k follows another name that has a preposition of place."""
        t = self.tokens
        i = k - 1
        while i > 0 and t[i].text in (",", "and") and t[i].sentence == t[k].sentence:
            i -= 1
        start = self._run_before(i + 1)
        return start <= i and self._locative(start)

    def _stated(self, first: int, last: int) -> bool:
        """The text says that it is a place: "X district", "village of X", or "in X" for a name that is no one's."""
        t = self.tokens
        if (
            last < len(t)
            and t[last].sentence == t[first].sentence
            and t[last].lower in self.words["place_head"]
            and t[last].tag in ("NN", "NNS", "NNP")
        ):
            k = self._before(first)
            if t[last - 1].text.isupper() and not self.upper:
                return False  # "a nearby ISAF base"
            return (
                t[last].lower not in self.words["weak_head"]
                or k >= 0
                and (t[k].lower in self.words["locative"] or t[k].text in ("'s", "’s") and self._locative(first))
                and t[last].lower not in ("frontline", "front", "axis")
            )
        if t[last - 1].lower in self.words["named_head"] and last - first > 1:
            return True
        if self._said_to_be(last):
            return True
        k = self._before(first)
        if k < 0:
            return False
        if t[k].lower == "of":
            return t[k - 1].lower in self.words["place_head"]
        opens = t[k].lower in self.words["near"] and t[k - 1].sentence != t[k].sentence
        if opens and last < len(t) and t[last].text == ",":
            return True  # "Near X, two strikes …"
        if any(t[i].text.capitalize().rstrip(".") in self.words["never"] for i in range(first, last)):
            return False
        if self._no_name(first, last):
            return False
        name = self.names.get(first)
        if (
            (name is None or name.entry is None and name.kind != "person")
            and self._comma_wider(last)
            and t[k].lower in self.words["locative"]
            and t[first].tag in ("NNP", "NNPS")
        ):
            return t[last - 1].lower not in self.words["org_head"]
        headline = self.reading.sentences[t[first].sentence].kind == "headline"  # there every noun has a capital
        listed = t[first].dep == "conj" and t[k].lower in (",", "and", "or") and last - first == 1 and not self._titled(first)
        kinds = ("place", "other", "person") if listed else ("place", "other")  # "the villages of Ardo and Bela"
        if headline or name is not None and (name.entry is not None or name.kind not in kinds):
            return False
        if t[k].lower in (",", "and", "or"):
            return (
                self._in_list(k) and t[first].tag in ("NNP", "NNPS") and t[last - 1].lower not in self.words["org_head"]
            )
        return (
            t[k].lower in ("in", "near", "at", "outside")
            and t[first].tag in ("NNP", "NNPS")
            and t[last - 1].lower not in self.words["org_head"]
        )

    def _said_to_be(self, last: int) -> bool:
        """ "X, a small town in the east": what follows the name says that it is a place."""
        t = self.tokens
        if last + 2 >= len(t) or t[last].text != "," or t[last + 1].lower not in ("a", "an", "the") or t[last - 1].tag != "NNP":
            return False
        noun = next((w for w in t[last + 2 : last + 8] if w.tag[:1] == "N" or w.tag[:1] in "VMPI,"), None)
        return noun is not None and noun.lower in self.words["said_to_be"] and noun.tag == "NN" and noun.dep == "appos"

    def _no_name(self, first: int, last: int) -> bool:
        """Capitals that are no unknown place's name: "Humvees", "AIG", who speaks ("in X," Roe said)."""
        t = self.tokens
        if last - first == 1 and t[first].text.isupper() and not self.upper and len(t[first].text) < 6:
            return True
        if self._speaker(last - 1):
            return True
        k = self._before(first)
        return k > 0 and t[k].lower == "in" and t[t[k].head].lemma in _RIDING

    def _speaker(self, i: int) -> bool:
        """The word at i is the subject of a verb of saying."""
        t = self.tokens
        return t[i].dep == "nsubj" and t[t[i].head].lemma in ("say", "tell", "add", "state", "note", "explain")

    def _comma_wider(self, j: int) -> bool:
        """ "X, Y": Y is a place that may hold X."""
        t = self.tokens
        if (
            j + 1 >= len(t)
            or t[j].text not in (",", "(")
            or t[j + 1].sentence != t[j].sentence
            or t[j + 1].tag not in ("NNP", "NNPS")
        ):
            return False
        return self._longest(j + 1, min(len(t), j + 4)) > j + 1
