"""Writers at the same time leave no gap in a network's sequence."""

import threading
import uuid

from django.db import connections

from community import services
from community.models import NetworkEvent, Post


def run_together(work, count):
    """Run `work(number)` in that many threads at once; returns what went wrong."""
    start, failures = threading.Barrier(count), []

    def run(number):
        try:
            start.wait()
            work(number)
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[number]) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def test_writers_at_once_leave_no_gap(file_database, thread, sanne, imke, bram):
    authors = [sanne, imke, bram, sanne]

    def write(number):
        for _ in range(10):
            services.create_post(thread=thread, author=authors[number], body="<p>Tegelijk</p>", key=uuid.uuid4())

    assert run_together(write, 4) == []
    assert list(NetworkEvent.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, 43))
    assert Post.objects.count() == 41


def test_the_same_key_at_once_makes_one_post(file_database, thread, imke):
    key = uuid.uuid4()

    failures = run_together(
        lambda number: services.create_post(thread=thread, author=imke, body="<p>Eén keer</p>", key=key), 6
    )

    assert failures == []
    assert Post.objects.filter(key=key).count() == 1
    assert NetworkEvent.objects.count() == 3
