"""The titles and kinds of materials, which are changed in the form of the practice."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import User
from resources.forms import MaterialForm, PracticeForm
from resources.models import Practice, PracticeMaterial
from resources.services import change_material

MaterialForms = list[tuple[PracticeMaterial, MaterialForm]]


def material_forms(practice: Practice, data: QueryDict) -> MaterialForms:
    """Each material with what was typed; as it is stored where the page did not ask it."""
    named = [(it, f"material-{it.pk}") for it in practice.materials.all()]
    return [
        (it, MaterialForm(data if f"{prefix}-title" in data else None, instance=it, prefix=prefix))
        for it, prefix in named
    ]


def are_right(materials: MaterialForms, form: PracticeForm) -> bool:
    """Whether each material that was asked has a title; else the form says so, and the material at its field."""
    if all(changes.is_valid() or not changes.is_bound for _material, changes in materials):
        return True
    form.add_error(None, _("Look at the titles of your materials: each needs one, of at most 200 characters."))
    return False


def change_materials(materials: MaterialForms, *, by: User) -> None:
    """Store what was changed, of forms that are right. Raises what `change_material` raises."""
    for material, changes in materials:
        if changes.is_bound and changes.has_changed():
            change_material(material=material, by=by, **changes.cleaned_data)
