"""Whom the care of the discussion tells of what."""

from django.urls import reverse

from accounts.models import User
from community.models import Post, Report
from community.policies import PERMISSION
from networks.models import Network
from networks.support_policies import handlers_of
from notifications.services import mark_read_about, notify


def deciders_on(post: Post) -> list[User]:
    """The facilitators who did not write it; the organisation where there is no other."""
    network = post.thread.network
    others = list(network.facilitators.filter(is_active=True).exclude(pk=post.author_id))
    return others or list(handlers_of(network).exclude(pk=post.author_id))


def reported(report: Report) -> None:
    post = report.post
    url = reverse("community:report", args=[post.thread.network.slug, report.pk])
    notify(deciders_on(post), "post.reported", about=report, url=url, params=_params(post))


def decided(report: Report) -> None:
    """Who reported it hears what was done; for the facilitators it is no longer news."""
    for person in deciders_on(report.post):
        mark_read_about(person=person, about=report)
    if report.by and _is_at_home(report.by, report.post.thread.network):
        url, params = report.post.thread.get_absolute_url(), _params(report.post) | {"answer": report.answer}
        notify([report.by], f"report.{report.decision}", about=report, url=url, params=params)


def hidden(post: Post, by: User) -> None:
    params = _params(post) | {"name": by, "reason": post.hidden_reason}
    _tell_author(post, "post.hidden", params)


def shown(post: Post, by: User) -> None:
    _tell_author(post, "post.shown", _params(post) | {"name": by})


def _tell_author(post: Post, kind: str, params: dict[str, object]) -> None:
    if _is_at_home(post.author, post.thread.network):
        notify([post.author], kind, about=post, url=post.get_absolute_url(), params=params)


def _is_at_home(person: User, network: Network) -> bool:
    return person.is_active and person.has_perm(PERMISSION, network)


def _params(post: Post) -> dict[str, object]:
    return {"thread": post.thread.title, "network": post.thread.network.title}
