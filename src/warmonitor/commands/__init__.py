"""The commands, one file each: `add(app)` puts it on the command line. Heavy imports stand inside the commands."""
