"""warmonitor: dated reports in, a sourced record of armed conflict and political violence out."""
