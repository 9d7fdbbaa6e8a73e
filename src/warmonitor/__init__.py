"""warmonitor: dated reports in, a sourced record of armed conflict and political violence out."""

__version__ = "0.1.0"
