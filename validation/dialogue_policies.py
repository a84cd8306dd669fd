"""The doors to dialogues; the rules by which they open are in `validation.policies`."""

from typing import Any

from core.doors import found_in
from core.errors import NotFound
from validation.models import Dialogue, DialoguePlace, Programme
from validation.states import Route


def get_dialogue_for(user: Any, pk: int) -> Dialogue:
    """A dialogue in which the person takes part, that the person guides or that the person coordinates.

    Raises NotFound.
    """
    return found_in(Dialogue.objects.visible_to(user).with_people().filter(pk=pk))


def get_dialogue_with(user: Any, pk: int, rule: str) -> Dialogue:
    """The same, for who has this permission on it. Raises NotFound."""
    dialogue = get_dialogue_for(user, pk)
    if not user.has_perm(rule, dialogue):
        raise NotFound
    return dialogue


def get_attended_dialogue_for(user: Any, pk: int) -> Dialogue:
    """A dialogue for the three and the facilitator: who coordinates it and is not there, is not among them.

    Raises NotFound.
    """
    dialogue = get_dialogue_for(user, pk)
    if not attends(user, dialogue):
        raise NotFound
    return dialogue


def attends(user: Any, dialogue: Dialogue) -> bool:
    """Is the person one of the three, or the facilitator?"""
    rules = ("validation.take_part_in_dialogue", "validation.guide_dialogue")
    return any(user.has_perm(rule, dialogue) for rule in rules)


def get_own_place_for(user: Any, pk: int) -> DialoguePlace:
    """The person's own place in a dialogue; it knows that dialogue. Raises NotFound."""
    dialogue = get_dialogue_with(user, pk, "validation.take_part_in_dialogue")
    if place := next((it for it in dialogue.places.all() if it.person_id == user.pk and it.left_at is None), None):
        return place
    raise NotFound


def get_dialogue_programme_for(user: Any, slug: str) -> Programme:
    """A programme of dialogues that the person coordinates. Raises NotFound."""
    if not user.is_authenticated or not user.is_active:
        raise NotFound
    return found_in(Programme.objects.coordinated_by(user).filter(slug=slug, route=Route.DIALOGUE))
