"""Two other ways to carry a network's events, behind the same server: the peers of `bench.sockets`.

`group_each` is the consumer of Channels' tutorial: each socket joins a group, each event is sent to the group. `bare`
is the least that can be done: one subscription per process, each frame handed to every socket as it is; no rights, no
database, no order kept.
"""

import asyncio
import os

import redis.asyncio
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter
from django.core.asgi import get_asgi_application

GROUP = "talk"
django_application = get_asgi_application()


class GroupEach(AsyncWebsocketConsumer):
    async def connect(self) -> None:
        await self.channel_layer.group_add(GROUP, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        await self.channel_layer.group_discard(GROUP, self.channel_name)

    async def talk_event(self, event: dict) -> None:
        await self.send(text_data=event["frame"])


class Bare(AsyncWebsocketConsumer):
    channel_layer_alias = "none"
    sockets: set["Bare"] = set()
    subscription: asyncio.Task | None = None

    async def connect(self) -> None:
        if Bare.subscription is None:
            Bare.subscription = asyncio.create_task(self.follow())
        await self.accept()
        self.sockets.add(self)

    async def disconnect(self, code: int) -> None:
        self.sockets.discard(self)

    @classmethod
    async def follow(cls) -> None:
        subscriber = redis.asyncio.Redis.from_url(os.environ["REDIS_URL"], socket_timeout=None).pubsub()
        await subscriber.subscribe(GROUP)
        async for message in subscriber.listen():
            if message["type"] == "message":
                frame = {"type": "websocket.send", "text": message["data"].decode()}
                for socket in tuple(cls.sockets):
                    await socket.base_send(frame)


group_each = ProtocolTypeRouter({"http": django_application, "websocket": GroupEach.as_asgi()})
bare = ProtocolTypeRouter({"http": django_application, "websocket": Bare.as_asgi()})
