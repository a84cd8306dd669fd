"""The relevant part of a piece of evidence, in words."""

from django.utils.translation import gettext as _

from validation.models import Evidence


def moment_in_words(seconds: int) -> str:
    """A moment in sound or video: 3:20, or 1:02:05."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def relevant_part(piece: Evidence) -> str:
    """Which part of the piece matters, in words; empty while it is not marked."""
    if not piece.is_marked:
        return ""
    match piece.part:
        case piece.Part.PAGES if piece.page_to and piece.page_to != piece.page_from:
            return _("pages %(start)s to %(end)s") % {"start": piece.page_from, "end": piece.page_to}
        case piece.Part.PAGES:
            return _("page %(page)s") % {"page": piece.page_from}
        case piece.Part.TIME if piece.time_to is not None:
            return _("from %(start)s to %(end)s") % {
                "start": moment_in_words(piece.time_from or 0),
                "end": moment_in_words(piece.time_to),
            }
        case piece.Part.TIME:
            return _("from %(start)s") % {"start": moment_in_words(piece.time_from or 0)}
        case piece.Part.REGION:
            return _("of the picture: %(left)s%% from the left, %(top)s%% from the top, %(width)s × %(height)s%%") % {
                name: getattr(piece, name) for name in ("left", "top", "width", "height")
            }
    if piece.frozen and piece.quote == piece.frozen:
        return _("all of it")
    return _("“%(quote)s”") % {"quote": piece.quote}
