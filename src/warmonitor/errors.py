"""The errors that a user of warmonitor can meet.

    WarmonitorError
    ├── BadInput      a report that cannot be read: names the file, the place in it and what was expected
    ├── BadRule       a line of the lexicon that cannot be used: names file, line and the known keys
    ├── BadOption     an option value that is not one of the choices: names the choices
    └── MissingPart   a part that is not installed or not the expected one: says how to get it
"""


class WarmonitorError(Exception):
    """Root of all errors that warmonitor raises on purpose."""


class BadInput(WarmonitorError):
    """A report that cannot be read; the message names the file, the place and the reason."""


class BadRule(WarmonitorError):
    """A lexicon line that cannot be used; the message names file, line and the known keys."""


class BadOption(WarmonitorError):
    """An option value that is not one of the choices; the message names them."""


class MissingPart(WarmonitorError):
    """A model, data file or program that is missing or not the expected one; says how to get it."""
