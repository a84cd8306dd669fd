"""Whom the care of the discussion tells of what."""

from django.urls import reverse
from django.utils.translation import override

from accounts.models import User
from community.care.policies import name_in_care
from community.following import by_title
from community.models import Post, Report, Thread
from community.policies import is_at_home, title_for
from networks.support_policies import handlers_of
from notifications.services import mark_read_about, notify, reword, told_about


def deciders_on(post: Post) -> list[User]:
    """The facilitators who did not write it; the organisation where there is no other."""
    network = post.thread.network
    others = list(network.facilitators.filter(is_active=True).exclude(pk=post.author_id))
    return others or list(handlers_of(network).exclude(pk=post.author_id))


def reported(report: Report) -> None:
    post = report.post
    url = reverse("community:report", args=[post.thread.network.slug, report.pk])
    params = {"thread": name_in_care(post.thread), "network": post.thread.network.title}
    notify(deciders_on(post), "post.reported", about=report, url=url, params=params)


def decided(report: Report) -> None:
    """Who reported it hears what was done; for the facilitators it is no longer news."""
    for person in deciders_on(report.post):
        mark_read_about(person=person, about=report)
    thread = report.post.thread
    if report.by and _is_at_home(report.by, thread):
        url, params = thread.get_absolute_url(), _params(report.post, report.by) | {"answer": report.answer}
        notify([report.by], f"report.{report.decision}", about=report, url=url, params=params)


def hidden(post: Post, by: User) -> None:
    params = _params(post, post.author) | {"name": by, "reason": post.hidden_reason}
    _tell_author(post, "post.hidden", params)


def shown(post: Post, by: User) -> None:
    _tell_author(post, "post.shown", _params(post, post.author) | {"name": by})


def _tell_author(post: Post, kind: str, params: dict[str, object]) -> None:
    if _is_at_home(post.author, post.thread):
        notify([post.author], kind, about=post, url=post.get_absolute_url(), params=params)


def retitled(thread: Thread) -> None:
    """What the inbox said of the conversation has the title that each reader may see now."""
    for about in ([thread], list(thread.posts.all()), list(Report.objects.filter(post__thread=thread))):
        for title, readers in by_title(thread, told_about(about)).items():
            reword(about=about, recipients=readers, params={"thread": title})


def _is_at_home(person: User, thread: Thread) -> bool:
    return person.is_active and is_at_home(person, thread)


def _params(post: Post, reader: User) -> dict[str, object]:
    with override(reader.language):
        return {"thread": title_for(reader, post.thread), "network": post.thread.network.title}
