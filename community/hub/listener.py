"""One socket's place in its network's events."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

import structlog

from community.hub.standing import Standing

if TYPE_CHECKING:
    from community.hub.room import Room
    from community.wire import Frame

log = structlog.get_logger(__name__)
STALL = 5.0  # seconds a socket may take over one frame
MOST_NOTES = 20
PAUSE_AFTER_FAILURE = 0.5
RESYNC = '{"type":"resync"}'
TOO_SLOW, NOT_ALLOWED = 4408, 4403


class Listener:
    """Sends a socket everything after `seq`, in order, each event once.

    It keeps a number instead of a queue: what it has not sent yet it takes from the room's recent frames, or from
    the database when it is further behind. So a slow reader costs nothing but time, and is closed after STALL
    seconds over one frame. Notes are frames without a number (presence, typing); old ones give way to new ones.

    has_room: whether `send` would take a frame without waiting. Who is up to date and has room is handed new frames
    by the room itself, which is most sockets most of the time; for all others a task of their own waits.
    """

    def __init__(
        self,
        *,
        standing: Standing,
        name: str,
        seq: int,
        send: Callable[[str], Awaitable[None]],
        close: Callable[[int], Awaitable[None]],
        has_room: Callable[[], bool] = lambda: False,
    ):
        self.standing = standing
        self.name = name
        self.seq = seq
        self.closed = False
        self.room: Room | None = None
        self._send, self._close, self._has_room = send, close, has_room
        self._notes: deque[str] = deque(maxlen=MOST_NOTES)
        self._behind: dict[int, Frame] = {}
        self._pump: asyncio.Task[None] | None = None
        self._is_handed = False
        self._closing: asyncio.Task[None] | None = None

    def note(self, frame: str) -> None:
        """Send a frame that has no place in the sequence."""
        self._notes.append(frame)
        self.nudge()

    def forget(self) -> None:
        """What was read for this socket and not sent is of no use any more; it is read anew."""
        self._behind.clear()

    def nudge(self) -> None:
        """There is something to send. A socket at rest has no task."""
        if self._pump is None and not self._is_handed and not self.closed and self._has_something:
            self._pump = asyncio.get_running_loop().create_task(self._run())

    async def hand(self, frames: Sequence["Frame"]) -> None:
        """Send these new frames now, as long as that needs no waiting; what is left its own task sends."""
        self._is_handed = self._pump is None and not self._notes
        try:
            for frame in frames if self._is_handed else ():
                if self.closed or self.seq != frame.seq - 1 or not self._has_room():
                    break
                self.seq = frame.seq
                await self._send(frame.text_for(self.standing.person))
        except Exception as error:  # the server's own error for a connection that is gone
            self._lose(error)
        finally:
            self._is_handed = False
        self.nudge()

    def shut(self, code: int) -> None:
        """Close the socket from our side; nothing is sent any more."""
        if not self.closed:
            self.stop()
            self._closing = asyncio.get_running_loop().create_task(self._close(code))  # type: ignore[arg-type]

    def stop(self) -> None:
        """The socket is closed."""
        self.closed = True
        self._notes.clear()
        self._behind.clear()
        if self.room:
            self.room.leave(self)
        if self._pump and self._pump is not asyncio.current_task():
            self._pump.cancel()

    async def _run(self) -> None:
        try:
            while not self.closed and self._has_something:
                frame = self._take() or await self._read_behind()
                if frame and not self.closed:
                    async with asyncio.timeout(STALL):
                        await self._send(frame)
        except TimeoutError:
            self.shut(TOO_SLOW)
        except Exception as error:  # the server's own error for a connection that is gone
            self._lose(error)
        finally:
            self._pump = None  # no await lies between finding nothing to send and here

    def _lose(self, error: Exception) -> None:
        log.info("socket_lost", error=str(error) or type(error).__name__)
        self.stop()

    @property
    def _has_something(self) -> bool:
        return bool(self._notes) or self._is_behind

    @property
    def _is_behind(self) -> bool:
        return self.room is not None and self.seq < self.room.seq

    def _take(self) -> str | None:
        """The next frame, if it is in memory."""
        if self._notes:
            return self._notes.popleft()
        recent = self.room.frames if self.room else {}
        frame = recent.get(self.seq + 1) or self._behind.pop(self.seq + 1, None)
        if frame is None:
            return None
        self.seq += 1
        return frame.text_for(self.standing.person)

    async def _read_behind(self) -> str | None:
        """Catch up from the database; whoever waits for events that are not there starts anew."""
        room = self.room
        if room is None:
            return None
        try:
            changes = room.changes
            found = await room.read(self.seq, up_to=room.seq)
            if changes != room.changes:  # what was read meanwhile may be from before the change
                return None
            self._behind = {frame.seq: frame for frame in found}
        except Exception as error:
            log.warning("catch_up_failed", error=str(error))
            await asyncio.sleep(PAUSE_AFTER_FAILURE)
            return None
        if self.seq + 1 in self._behind or not self._is_behind:
            return None
        self.seq = room.seq
        return RESYNC
