"""A socket that does not read is closed, and costs nothing meanwhile."""

import asyncio

import pytest

from community.hub.listener import Listener
from community.hub.room import Room
from community.hub.standing import Standing
from community.wire import Frame


class RoomOf:
    """A room with that many events, all in memory."""

    def __init__(self, count):
        self.seq = count
        self.changes = 0
        self.frames = {seq: Frame(seq, "test", str(seq)) for seq in range(1, count + 1)}

    def leave(self, listener):
        self.left = True

    async def read(self, after, up_to=None):
        return [Frame(seq, "test", str(seq)) for seq in range(after + 1, up_to + 1)][:3]


def listener_with(send, codes, **given):
    async def close(code):
        codes.append(code)

    return Listener(standing=Standing(1, 1, ""), name="Sanne", seq=0, send=send, close=close, **given)


async def test_a_reader_that_takes_nothing_is_closed(monkeypatch):
    monkeypatch.setattr("community.hub.listener.STALL", 0.05)
    codes = []
    listener = listener_with(lambda frame: asyncio.sleep(60), codes)
    listener.room = RoomOf(1000)

    listener.nudge()
    await asyncio.sleep(0.2)

    assert codes == [4408]
    assert listener.closed
    assert listener.room.left


@pytest.mark.parametrize("in_memory", [True, False])
async def test_everything_is_sent_once_in_order(in_memory):
    sent = []

    async def send(frame):
        sent.append(frame)

    listener = listener_with(send, [])
    listener.room = RoomOf(10)
    if not in_memory:
        listener.room.frames = {}
    listener.nudge()
    listener.nudge()
    await asyncio.sleep(0.05)

    assert sent == [str(seq) for seq in range(1, 11)]


async def test_a_lost_connection_ends_the_listener():
    async def send(frame):
        raise ConnectionError

    listener = listener_with(send, [])
    listener.room = RoomOf(3)
    listener.nudge()
    await asyncio.sleep(0.05)

    assert listener.closed


async def test_who_has_room_is_handed_frames_at_once_and_who_has_none_later():
    sent, room = [], [True, True, False]

    async def send(frame):
        sent.append(frame)

    listener = listener_with(send, [], has_room=lambda: room.pop(0))
    listener.room = RoomOf(4)
    await listener.hand(list(listener.room.frames.values()))
    at_once = list(sent)
    await asyncio.sleep(0.05)

    assert at_once == ["1", "2"]
    assert sent == ["1", "2", "3", "4"]


async def test_who_is_behind_gets_what_came_before_first():
    sent = []

    async def send(frame):
        sent.append(frame)

    listener = listener_with(send, [], has_room=lambda: True)
    listener.room = RoomOf(4)
    await listener.hand([listener.room.frames[4]])
    await asyncio.sleep(0.05)

    assert sent == ["1", "2", "3", "4"]


async def test_a_note_meanwhile_comes_after_the_frames_and_once():
    sent = []

    async def send(frame):
        sent.append(frame)
        if frame == "1":
            listener.note("note")
            await asyncio.sleep(0.01)  # a server that makes us wait after all

    listener = listener_with(send, [], has_room=lambda: True)
    listener.room = RoomOf(3)
    await listener.hand(list(listener.room.frames.values()))
    await asyncio.sleep(0.05)

    assert sent == ["1", "2", "3", "note"]


async def test_a_connection_lost_while_frames_are_handed_ends_the_listener():
    async def send(frame):
        raise ConnectionError

    listener = listener_with(send, [], has_room=lambda: True)
    listener.room = RoomOf(3)
    await listener.hand(list(listener.room.frames.values()))

    assert listener.closed


async def test_what_was_told_before_a_backup_came_back_is_not_handed_out(monkeypatch):
    async def nothing(*given):
        return []

    monkeypatch.setattr(Room, "read", nothing)
    room = Room(None, 1, 10)
    room.told[8] = Frame(8, "post.created", "of before")  # waits for a gap that the backup closes

    room.set_back(7)
    await asyncio.sleep(0.05)
    room.task.cancel()

    assert room.seq == 7
    assert not room.frames
