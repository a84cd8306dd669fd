"""A client of the socket, against the application itself."""

import asyncio
import json
import uuid

from asgiref.sync import sync_to_async
from channels.testing import WebsocketCommunicator

from accounts.services import create_api_token
from config.asgi import application

PATIENCE = 4  # seconds


class Socket:
    """`async with Socket(person, slug) as socket`: connected, nothing read yet."""

    def __init__(self, person=None, slug="toetsing", after=None, headers=()):
        self.person, self.headers = person, list(headers)
        self.path = f"/ws/networks/{slug}/" + (f"?after={after}" if after is not None else "")

    async def __aenter__(self):
        if self.person is not None:
            self.token = await sync_to_async(create_api_token)(person=self.person, label="Test")
            self.headers.append((b"authorization", f"Bearer {self.token}".encode()))
        self.communicator = WebsocketCommunicator(application, self.path, self.headers)
        self.connected, _ = await self.communicator.connect(PATIENCE)
        return self

    async def __aexit__(self, *error):
        await self.communicator.disconnect(timeout=PATIENCE)

    async def send(self, content):
        await self.communicator.send_to(text_data=content if isinstance(content, str) else json.dumps(content))

    async def post(self, thread, body="<p>Hallo</p>", key=None):
        key = str(key or uuid.uuid4())
        await self.send({"type": "post.create", "key": key, "thread": thread.pk, "body": body})
        return key

    async def next(self, *types):
        """The next frame of one of these types; others are passed over."""
        async with asyncio.timeout(PATIENCE):
            while True:
                message = await self.communicator.receive_output(PATIENCE)
                if message["type"] == "websocket.close":
                    raise AssertionError(f"closed with {message.get('code')}")
                frame = json.loads(message["text"])
                if not types or frame["type"] in types:
                    return frame

    async def closed(self, within=PATIENCE):
        """The code with which the server closes."""
        async with asyncio.timeout(within):
            while (message := await self.communicator.receive_output(within))["type"] != "websocket.close":
                pass
            return message["code"]
