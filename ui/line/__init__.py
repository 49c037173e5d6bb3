"""The command line: what a typed line means, apart from the widget that shows it."""
