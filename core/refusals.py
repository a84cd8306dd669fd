"""Forms whose last word is a service's."""

from django import forms

from core.errors import DomainError


class RefusableForm(forms.Form):
    """Shows what a service refused, beside the field that it names."""

    def refuse(self, error: DomainError) -> None:
        """Show what the service said; above the form where it names no field of it."""
        for field, sentences in (error.errors or {"": [str(error)]}).items():
            self.add_error(field if field in self.fields else None, [str(sentence) for sentence in sentences])
