"""The desk on the screen: Qt widgets over the domain, the services and the app."""
