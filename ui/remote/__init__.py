"""A seat at a server: login, the state of the link, what waits to be sent."""
