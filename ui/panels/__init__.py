"""The panels of the window: each hears the selection and the feed, none talks to another."""
