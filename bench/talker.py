"""Says something in the demo network a number of times a second: `python -m bench.talker WAY RATE SECONDS`.

WAY is how the word gets about: `ours` (the services do it), `group_each` or `bare` (as `bench.textbook` listens).
Prints as JSON the number of each event and when it was committed, in seconds of the monotonic clock.
"""

import json
import os
import sys
import time
import uuid

import django
import redis
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.db import transaction

NETWORK = "flexibilisering-van-toetsing-en-examinering"
WORDS = "<p>Wij laten leerlingen zelf kiezen wanneer zij een toets maken, en dat scheelt spanning. Hoe doet u dat?</p>"


def main() -> None:
    django.setup()
    from bench.textbook import GROUP
    from community import wire
    from community.models import NetworkEvent, Thread
    from community.services import create_post

    way, rate, seconds = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    thread = Thread.objects.filter(network__slug=NETWORK).select_related("network", "author").first()
    store, layer = redis.Redis.from_url(os.environ["REDIS_URL"]), get_channel_layer()
    committed: dict[int, float] = {}
    times: list[float] = []
    start = time.monotonic()
    for number in range(int(rate * seconds)):
        time.sleep(max(0.0, start + number / rate - time.monotonic()))
        with transaction.atomic():
            transaction.on_commit(lambda: times.append(time.monotonic()))  # before whatever the services then do
            post = create_post(thread=thread, author=thread.author, body=WORDS, key=uuid.uuid4())
        committed[post.seq] = times.pop()
        if way == "ours":
            continue
        (event,) = NetworkEvent.objects.filter(network=thread.network, seq=post.seq)
        (frame,) = wire.frames([event])
        committed[post.seq] = time.monotonic()  # the frame is the peers' for nothing
        if way == "bare":
            store.publish(GROUP, frame.text)
        else:
            async_to_sync(layer.group_send)(GROUP, {"type": "talk.event", "frame": frame.text})
    time.sleep(1)  # the last wake-up is sent by a thread
    json.dump(committed, sys.stdout)


if __name__ == "__main__":
    main()
