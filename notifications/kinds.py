"""What people can be told of. Each app registers its kinds in its AppConfig.ready()."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from notifications.delivery import Delivery
from notifications.exchange import Exchange

if TYPE_CHECKING:
    from notifications.models import Notification

Text = str | Promise
VIEW = _("View")


@dataclass(frozen=True)
class Attachment:
    """Goes along with a mail. beside_text: rather another form of its text, as calendars want invitations."""

    name: str
    content: bytes
    mimetype: str
    beside_text: bool = False


@dataclass(frozen=True)
class Group:
    """Kinds that stand together among a person's choices. order: lower comes earlier."""

    label: Text
    order: int = 50


@dataclass(frozen=True)
class Letter:
    """One more mail beside the news, with files of its own: a calendar reads one invitation per mail.

    key: tells it from the others of the same news, so that a mail system knows it again when it is sent twice.
    """

    key: str
    subject: str
    text: str
    url: str
    action: str
    attachments: Sequence[Attachment] = ()


OTHER = Group(_("Other news"), 90)


@dataclass(frozen=True)
class Kind:
    """One sort of news. Texts are lazily translated and hold `%(name)s` for the params.

    label: what the preferences call it. title: the subject of the mail and the head line in the inbox.
    text: the sentences below it. action: the text of the link. group: where the preferences show it.
    delivery: how it comes unless the person says otherwise. may_be_off: nobody is harmed who never hears of it.
    section: the param that heads its section in a digest; where it is empty, the group does.
    attachments: what goes along, made when the mail is sent, in the recipient's language.
    letters: more mails that go after it, also after a digest; made at the same moment.
    concerns: whose choices hold this kind, since only they are ever told of it. Without it, everybody's.
    allows: may this recipient still be told of it, asked when it is mailed? Without it, always.
    spelled: params that are stored as names, each with what makes words of it in the active language.
    exchange: what somebody said and where an answer goes, as this recipient may know at the moment of the mail.
    """

    key: str
    label: Text
    title: Text
    text: Text
    action: Text = VIEW
    group: Group = OTHER
    delivery: Delivery = Delivery.AT_ONCE
    may_be_off: bool = False
    section: str = "network"
    attachments: "Callable[[Notification], list[Attachment]] | None" = None
    letters: "Callable[[Notification], list[Letter]] | None" = None
    spelled: Mapping[str, Callable[[str], str]] = field(default_factory=dict, hash=False)
    concerns: Callable[[Any], bool] | None = None
    allows: "Callable[[Notification], bool] | None" = None
    exchange: "Callable[[Notification], Exchange | None] | None" = None

    @property
    def choices(self) -> list[Delivery]:
        """How a person may have it."""
        return [delivery for delivery in Delivery if delivery != Delivery.OFF or self.may_be_off]

    def filled(self, text: Text, params: Mapping[str, str]) -> str:
        """The text in the active language with the params in place; a param that is not there stays empty."""
        return str(text) % _Lenient(params)


class _Lenient(dict[str, str]):
    """Old notifications keep their params when a text changes; a new place-holder must not break them."""

    def __missing__(self, key: str) -> str:
        return ""


_kinds: dict[str, Kind] = {}
_forgotten = Kind("", _("Other news"), _("There is news for you"), "", delivery=Delivery.INBOX)


def register(kind: Kind) -> None:
    """Make the kind known; the key is stored with every notification and never changes."""
    _kinds[kind.key] = kind


def get(key: str) -> Kind:
    """The kind, or a neutral one when no app registers this key any more."""
    return _kinds.get(key, _forgotten)


def registered() -> list[Kind]:
    """All kinds, in the order of registration."""
    return list(_kinds.values())


def concerning(person: Any) -> list[Kind]:
    """The kinds of which this person may ever be told, in the order of registration."""
    return [kind for kind in _kinds.values() if kind.concerns is None or kind.concerns(person)]


def labels(keys: Collection[str]) -> list[Text]:
    """What the preferences call these kinds, in the order of registration."""
    return [kind.label for kind in _kinds.values() if kind.key in keys]
