"""What a deadline is for, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise

from validation.models import Deadline

_labels: dict[str, Promise] = {}


def register(labels: Mapping[str, Promise]) -> None:
    """Kinds of deadlines besides the steps of a version; from AppConfig.ready()."""
    _labels.update(labels)


def label_of(deadline: Deadline) -> str:
    """The title of the step as the version of the case calls it, or the name that was registered."""
    step = deadline.case.version.steps.filter(key=deadline.kind).first()
    if step is not None:
        return step.label
    return str(_labels.get(deadline.kind, deadline.kind))
