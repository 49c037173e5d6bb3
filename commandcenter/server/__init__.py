"""The same Desk over HTTPS and WebSocket, and RemoteDesk, which a seat uses as if it were local."""
