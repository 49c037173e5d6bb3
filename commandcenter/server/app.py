"""The Desk's doors as HTTP: login, do, ask, board, changes, pictures, feed, health.

Every call runs on a small pool of threads (the Desk is thread-safe); the loop only carries bytes.
The person is the session's, never the request's.
"""

from __future__ import annotations

import asyncio
import errno
import gzip
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from commandcenter.domain.commands import BarPerson, SetPassword
from commandcenter.domain.refusal import Refusal, require
from commandcenter.server.feed import Hub, Reader
from commandcenter.server.limits import Limits, Rate
from commandcenter.server.registry import ANSWERED, COMMANDS, PROTOCOL, QUERIES, read
from commandcenter.server.sessions import FirstCode, Session, Sessions
from commandcenter.services.desk import Desk, Receipt
from commandcenter.services.views import AskBoard, AskPicture, Board, Changes
from commandcenter.services.wire import codec, dumps, loads, write_refusal

LOG = logging.getLogger("commandcenter.server")
TICK = 30.0
STATUS = {
    "login_needed": 401,
    "no_right": 403,
    "not_found": 404,
    "too_large": 413,
    "protocol": 426,
    "too_fast": 429,
    "server_fault": 500,
    "busy": 503,
    "database_away": 503,
    "too_many_sessions": 503,
    "disk_full": 507,
    "disk_fault": 507,
}
RECEIPT, CHANGES, BOARD = codec(Receipt)[0], codec(Changes)[0], codec(Board)[0]
T = TypeVar("T")
Turn = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Login:
    """What POST /login reads."""

    name: str
    password: str


@dataclass(frozen=True, slots=True)
class First:
    """What POST /first reads: the code that the server printed."""

    code: str
    person: str
    password: str


class Service:
    """What the endpoints share: the Desk, the sessions, the bounds, the threads."""

    def __init__(self, desk: Desk, limits: Limits, first: FirstCode) -> None:
        self.desk, self.limits, self.first = desk, limits, first
        self.sessions = Sessions(desk, limits)
        self.rate = Rate(limits.rate, limits.burst)
        self.logins = Rate(limits.logins, limits.login_burst)
        self.writes = ThreadPoolExecutor(4, "desk-write")
        self.reads = ThreadPoolExecutor(5, "desk-read")
        self.hub = Hub(desk, self.reading, limits, self.sessions.forget)

    async def reading(self, call: Callable[..., T], *given: Any) -> T:
        """A question on a thread for questions."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.reads, partial(call, *given))

    async def writing(self, call: Callable[..., T], *given: Any) -> T:
        """A command on a thread for commands."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.writes, partial(call, *given))

    def token(self, connection: HTTPConnection) -> str:
        """The session's token within its rate; Refusal('protocol'|'login_needed'|'too_fast')."""
        negotiate(connection)
        kind, _, token = connection.headers.get("authorization", "").partition(" ")
        require(kind == "Bearer" and 0 < len(token) <= 128, "login_needed")
        self.rate.take(token)
        return token

    def login_turn(self, request: Request) -> None:
        """A turn of this address to log in."""
        negotiate(request)
        self.logins.take(request.client.host if request.client else "?")

    # ---- endpoints --------------------------------------------------------------------------

    async def login(self, request: Request) -> Response:
        """Name or id and password for a session."""
        self.login_turn(request)
        given = codec(Login)[1](loads(await body(request, self.limits.body)))
        return _session(await self.writing(self.sessions.begin, given.name, given.password))

    async def begin(self, request: Request) -> Response:
        """The printed code, an administrator and a password, once; then a session."""
        self.login_turn(request)
        given = codec(First)[1](loads(await body(request, self.limits.body)))
        person = await self.writing(self.first.use, given.code, given.person, given.password)
        return _session(await self.writing(self.sessions.begin, person, given.password))

    async def logout(self, request: Request) -> Response:
        """End the session."""
        await self.writing(self.sessions.end, self.token(request))
        return said({})

    async def do(self, request: Request) -> Response:
        """One command; the answer is its receipt, after the commit is on disk."""
        token = self.token(request)
        command = read(loads(await body(request, self.limits.body)), COMMANDS)

        def done() -> Receipt:
            receipt = self.desk.do(command, self.sessions.person(token))
            if isinstance(command, SetPassword | BarPerson):
                self.sessions.forget()
            return receipt

        return said(RECEIPT(await self.writing(done)))

    async def ask(self, request: Request) -> Response:
        """One question."""
        token = self.token(request)
        query = read(loads(await body(request, self.limits.body)), QUERIES)

        def answered() -> bytes:
            answer = self.desk.ask(query, self.sessions.person(token))
            return dumps(codec(ANSWERED[type(query)])[0](answer))

        return await self._packed(request, answered)

    async def board(self, request: Request) -> Response:
        """The board and its number in one read."""
        token = self.token(request)

        def answered() -> bytes:
            return dumps(BOARD(self.desk.ask(AskBoard(), self.sessions.person(token))))

        return await self._packed(request, answered)

    async def changes(self, request: Request) -> Response:
        """What came after a number."""
        token = self.token(request)
        after, limit = number(request, "after", 0), number(request, "limit", 500)
        require(0 < limit <= 2000, "limit_range", most=2000)

        def answered() -> bytes:
            who = self.sessions.person(token)
            return dumps(CHANGES(self.desk.changes(after, limit, who)))

        return await self._packed(request, answered)

    async def _packed(self, request: Request, answered: Callable[[], bytes]) -> Response:
        """The answer, made and compressed on a thread."""
        packs = "gzip" in request.headers.get("accept-encoding", "")

        def made() -> tuple[bytes, bool]:
            raw = answered()
            small = len(raw) < 4096 or not packs
            return (raw, False) if small else (gzip.compress(raw, 1), True)

        raw, packed = await self.reading(made)
        headers = {"content-encoding": "gzip"} if packed else None
        return Response(raw, media_type="application/json", headers=headers)

    async def keep_picture(self, request: Request) -> Response:
        """The bytes of a picture; its sha256."""
        token = self.token(request)
        data = await body(request, self.limits.picture)

        def kept() -> str:
            self.sessions.person(token)
            return self.desk.keep_picture(data)

        return said({"sha256": await self.writing(kept)})

    async def picture(self, request: Request) -> Response:
        """The bytes of a case's picture."""
        token = self.token(request)
        query = AskPicture(
            case=request.query_params.get("case", ""),
            sha256=request.query_params.get("sha256", ""),
        )

        def found() -> bytes:
            data: bytes = self.desk.ask(query, self.sessions.person(token))
            return data

        raw = await self.reading(found)
        return Response(raw, media_type="application/octet-stream")

    async def health(self, request: Request) -> Response:
        """Whether the street can be read, and which protocol is spoken; asks for no session."""
        await self.reading(lambda: self.desk.database.read.connect().close())
        return said({"protocol": PROTOCOL, "street": self.desk.street})

    async def feed(self, socket: WebSocket) -> None:
        """Push changes by number until the seat goes."""
        try:
            token = self.token(socket)
            after = number(socket, "after", 0)
            person = await self.reading(self.sessions.person, token)
            await self.reading(self.desk.changes, 2**62, 1, person)  # may this person see any
            require(len(self.hub.readers) < self.limits.feeds, "too_many_sessions")
        except Exception as fault:
            await socket.send_denial_response(refused(refusal_of(fault)))
            return
        await socket.accept()
        check = partial(self.reading, self.sessions.person, token)
        reader = Reader(person, after, socket.send_bytes, check)
        await _while_there(socket, self.hub.follow(reader))

    # ---- the life of the server ---------------------------------------------------------------

    @asynccontextmanager
    async def living(self, _app: Starlette) -> AsyncIterator[None]:
        """Follow the journal and the clock while the server stands."""
        lasting = (self.hub.run(), self.hub.beat(), self._ticking())
        tasks = [asyncio.create_task(one) for one in lasting]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.writes.shutdown()
            self.reads.shutdown()

    async def _ticking(self) -> None:
        while True:
            try:
                await self.writing(self.desk.tick)
            except Exception:
                LOG.exception("tick")
            await asyncio.sleep(TICK)


async def _while_there(socket: WebSocket, following: Any) -> None:
    """Run until the seat leaves, says something, takes nothing, or its session ends."""
    task = asyncio.ensure_future(following)
    gone = asyncio.ensure_future(socket.receive())
    await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
    for one in (task, gone):
        one.cancel()
    ended = (await asyncio.gather(task, gone, return_exceptions=True))[0]
    code = 1013 if isinstance(ended, TimeoutError) else 1011
    if isinstance(ended, Refusal):
        code = 4401 if ended.code == "login_needed" else 1013
    elif isinstance(ended, Exception) and not isinstance(ended, TimeoutError | WebSocketDisconnect):
        LOG.error("feed", exc_info=ended)
    with suppress(Exception):
        await asyncio.wait_for(socket.close(code), 1.0)


def negotiate(connection: HTTPConnection) -> None:
    """Refusal('protocol') to a seat of another version."""
    seat = connection.headers.get("x-desk-protocol", "none")
    require(seat == str(PROTOCOL), "protocol", seat=seat[:8], server=str(PROTOCOL))


def number(connection: HTTPConnection, name: str, default: int) -> int:
    """A number of the query string; Refusal('wire')."""
    text = connection.query_params.get(name, str(default))
    require(text.isascii() and text.isdigit() and len(text) <= 18, "wire", why=name)
    return int(text)


async def body(request: Request, most: int) -> bytes:
    """The request's body, never more than `most` bytes of it; Refusal('too_large')."""
    said_length = request.headers.get("content-length", "0")
    require(said_length.isdigit() and int(said_length) <= most, "too_large", most=most)
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        require(size <= most, "too_large", most=most)
        parts.append(part)
    return b"".join(parts)


def _session(session: Session) -> Response:
    """A session as the seat gets it."""
    return said(codec(Session)[0](session))


def said(data: Any) -> Response:
    """A small answer."""
    return Response(dumps(data), media_type="application/json")


def refused(refusal: Refusal) -> Response:
    """A refusal with its code and values."""
    status = STATUS.get(refusal.code, 409)
    raw = dumps({"refusal": write_refusal(refusal)})
    return Response(raw, status_code=status, media_type="application/json")


def refusal_of(fault: Exception) -> Refusal:
    """What the seat is told of a fault; the details stay in the server's log."""
    if isinstance(fault, Refusal):
        if STATUS.get(fault.code) == 507:
            LOG.error("%s: %s", fault.code, fault.values.get("why"))
        return fault
    if isinstance(fault, OSError) and fault.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT):
        return Refusal("disk_full")
    if isinstance(fault, ClientDisconnect):
        return Refusal("no_link")  # who asked has gone amid the request: nobody reads this
    LOG.error("fault", exc_info=fault)
    return Refusal("server_fault")


def guarded(turn: Turn) -> Turn:
    """An endpoint whose faults become refusals."""

    async def run(request: Request) -> Response:
        try:
            return await turn(request)
        except Exception as fault:
            return refused(refusal_of(fault))

    return run


async def _nowhere(request: Request, fault: Exception) -> Response:
    return refused(Refusal("not_found"))


def web_app(service: Service) -> Starlette:
    """The application."""
    table: tuple[tuple[str, str, Turn], ...] = (
        ("POST", "/login", service.login),
        ("POST", "/first", service.begin),
        ("POST", "/logout", service.logout),
        ("POST", "/do", service.do),
        ("POST", "/ask", service.ask),
        ("GET", "/board", service.board),
        ("GET", "/changes", service.changes),
        ("PUT", "/picture", service.keep_picture),
        ("GET", "/picture", service.picture),
        ("GET", "/health", service.health),
    )
    routes: list[Any] = [
        Route(path, guarded(turn), methods=[method]) for method, path, turn in table
    ]
    routes.append(WebSocketRoute("/feed", service.feed))
    handlers: Any = {404: _nowhere, 405: _nowhere}
    return Starlette(routes=routes, lifespan=service.living, exception_handlers=handlers)
