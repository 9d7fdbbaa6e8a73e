"""What may be published, and how: read from TOML; whoever gives none gets the strict one."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal

from warmonitor.errors import BadInput, BadOption
from warmonitor.lexicon import exports

Names = Literal["withhold", "publish"]
_KEYS: dict[str, tuple[str, ...]] = {
    "names": ("victims", "private_persons", "excerpts"),
    "coordinates": ("decimals",),
    "delay": ("days", "as_of"),
    "sensitive": ("kinds", "action", "decimals"),
    "perpetrators": ("wording",),
}
_CHOICES: dict[str, tuple[str, ...]] = {
    "names.victims": ("withhold", "withhold-private", "publish"),
    "names.private_persons": ("withhold", "publish"),
    "names.excerpts": ("mask", "publish", "omit"),
    "sensitive.action": ("coarsen", "withhold", "publish"),
    "perpetrators.wording": ("alleged", "plain"),
}


@dataclass(frozen=True, slots=True)
class Policy:
    """A publication policy; field by field as in docs/releases.md.

    `as_of` is the day on which the delay is counted. None: the day of the newest report of each incident, the latest
    day that the data itself shows to have come; so nothing depends on the clock of the machine.
    """

    name: str
    victims: Literal["withhold", "withhold-private", "publish"] = "withhold"
    private_persons: Names = "withhold"
    excerpts: Literal["mask", "publish", "omit"] = "mask"
    decimals: int = 2
    delay_days: int = 1
    as_of: date | None = None
    sensitive_kinds: tuple[str, ...] = ()
    sensitive_action: Literal["coarsen", "withhold", "publish"] = "coarsen"
    sensitive_decimals: int = 1
    perpetrators: Literal["alleged", "plain"] = "alleged"

    def on(self, as_of: date | None) -> Policy:
        """The same policy counted on a day; itself where no day is given."""
        return self if as_of is None else replace(self, as_of=as_of)

    @property
    def mark(self) -> str:
        """Name and digest, "strict@1f2e3d4c": every export carries it, so that a changed policy cannot pass as the old."""
        return _mark(self)

    def toml(self) -> str:
        """The policy as a TOML file that `load` reads back to an equal one."""
        kinds = ", ".join(f'"{k}"' for k in self.sensitive_kinds)
        day = f"as_of = {self.as_of.isoformat()}\n" if self.as_of else ""
        return (
            f'name = "{self.name}"\n\n'
            f'[names]\nvictims = "{self.victims}"\nprivate_persons = "{self.private_persons}"\n'
            f'excerpts = "{self.excerpts}"\n\n'
            f"[coordinates]\ndecimals = {self.decimals}\n\n"
            f"[delay]\ndays = {self.delay_days}\n{day}\n"
            f'[sensitive]\nkinds = [{kinds}]\naction = "{self.sensitive_action}"\n'
            f"decimals = {self.sensitive_decimals}\n\n"
            f'[perpetrators]\nwording = "{self.perpetrators}"\n'
        )


@cache
def _mark(policy: Policy) -> str:
    return f"{policy.name}@{hashlib.sha256(policy.toml().encode()).hexdigest()[:8]}"


@cache
def strict() -> Policy:
    """The policy of every export that was given none."""
    return parse(exports.text("policy_strict.toml"), "policy_strict.toml")


@cache
def open_() -> Policy:
    """The policy that withholds nothing: for work inside a house, not for publication."""
    return parse(exports.text("policy_open.toml"), "policy_open.toml")


def load(choice: str | Path | None) -> Policy:
    """The policy of that file; "strict" and "open" name ours; None is the strict one. Raises BadInput, BadOption."""
    if choice is None or choice == "strict":
        return strict()
    if choice == "open":
        return open_()
    path = Path(choice)
    if not path.is_file():
        raise BadOption(f"--policy {choice}: there is no such file; give a TOML file, or strict or open")
    return parse(path.read_text(encoding="utf-8"), path.name)


def parse(text: str, source: str) -> Policy:
    """Reads a policy. A key that is missing keeps the strict value; an unknown one is an error. Raises BadInput."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise BadInput(f"{source}: not TOML: {e}") from e
    name = given.pop("name", None)
    if not isinstance(name, str) or not name.replace("-", "").replace("_", "").isalnum():
        raise BadInput(f"{source}: a policy needs a name of letters, digits and hyphens")
    flat = _flat(given, source)
    return Policy(
        name=name,
        victims=flat.get("names.victims", "withhold"),
        private_persons=flat.get("names.private_persons", "withhold"),
        excerpts=flat.get("names.excerpts", "mask"),
        decimals=_whole(flat, "coordinates.decimals", 2, source),
        delay_days=_whole(flat, "delay.days", 1, source),
        as_of=_day(flat, source),
        sensitive_kinds=_kinds(flat.get("sensitive.kinds", [*sorted(sensitive_kinds())]), source),
        sensitive_action=flat.get("sensitive.action", "coarsen"),
        sensitive_decimals=_whole(flat, "sensitive.decimals", 1, source),
        perpetrators=flat.get("perpetrators.wording", "alleged"),
    )


@cache
def sensitive_kinds() -> frozenset[str]:
    """The kinds of sensitive place that a policy can name."""
    return frozenset(r["kind"] for r in exports.rows("sensitive_words", "word", "kind", "instead"))


def _flat(given: dict[str, Any], source: str) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for section, values in given.items():
        if section not in _KEYS or not isinstance(values, dict):
            raise BadInput(f"{source}: unknown section [{section}]; a policy has {', '.join(_KEYS)}")
        for key, value in values.items():
            if key not in _KEYS[section]:
                raise BadInput(f"{source}: unknown key {key} in [{section}]; it has {', '.join(_KEYS[section])}")
            choices = _CHOICES.get(f"{section}.{key}")
            if choices and value not in choices:
                raise BadInput(f"{source}: {section}.{key} is {value!r}; choose one of {', '.join(choices)}")
            flat[f"{section}.{key}"] = value
    return flat


def _whole(flat: dict[str, Any], key: str, default: int, source: str) -> int:
    value = flat.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 36500:
        raise BadInput(f"{source}: {key} is {value!r}; it must be a whole number from 0")
    return value


def _day(flat: dict[str, Any], source: str) -> date | None:
    value = flat.get("delay.as_of")
    if value is not None and type(value) is not date:
        raise BadInput(f"{source}: delay.as_of is {value!r}; it must be a day without quotes, such as 2020-03-13")
    return value


def _kinds(value: Any, source: str) -> tuple[str, ...]:
    known = sensitive_kinds()
    if not isinstance(value, list) or not all(v in known for v in value):
        raise BadInput(f"{source}: sensitive.kinds is {value!r}; the known kinds are {', '.join(sorted(known))}")
    return tuple(value)
