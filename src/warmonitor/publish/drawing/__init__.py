"""Pictures for pages: maps, timelines and charts as SVG text. They know points, days and figures, and nothing of records."""
