"""Blocks with pictures, files and films."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock


class PictureBlock(blocks.StructBlock):
    """A picture in the page. Wagtail asks what it shows, unless it is decoration."""

    picture = ImageBlock(
        label=_("Picture"), help_text=_("Say in words what it shows, or tick that it is only decoration.")
    )
    caption = blocks.CharBlock(
        max_length=200, required=False, label=_("Caption"), help_text=_("Below the picture, for example who made it.")
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with what it shows in words, and a caption if you like.")
        template = "home/blocks/picture.html"
        preview_template = "home/blocks/previews/picture.html"


class VideoLinkBlock(blocks.StructBlock):
    """A film elsewhere, as a link: nothing of that site is loaded before the reader goes there."""

    title = blocks.CharBlock(max_length=120, label=_("Title of the film"), help_text=_("This is the text of the link."))
    address = blocks.URLBlock(label=_("Address"), help_text=_("With https:// in front, as in the bar of your browser."))
    length = blocks.CharBlock(max_length=40, required=False, label=_("Length"), help_text=_("For example: 4 minutes."))
    subtitled = blocks.BooleanBlock(
        required=False,
        label=_("It has subtitles"),
        help_text=_("People who cannot hear it know then that they can follow it."),
    )

    class Meta:
        icon = "media"
        label = _("Link to a film")
        description = _("A film on another site, as a link. Nothing of that site is loaded here.")
        template = "home/blocks/video_link.html"
        preview_value = {
            "title": "Een leernetwerk in drie minuten",
            "address": "https://video.example/leernetwerk",
            "length": "3 minuten",
            "subtitled": True,
        }


class DocumentsBlock(blocks.StructBlock):
    """Files to take along."""

    heading = blocks.CharBlock(
        max_length=120, required=False, label=_("Heading"), help_text=_("Above the documents; may be left empty.")
    )
    documents = blocks.ListBlock(
        DocumentChooserBlock(label=_("Document")),
        label=_("Documents"),
        help_text=_("Give each document a clear title: visitors see that, not the name of the file."),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Documents")
        description = _("Files to take along, each with its kind and size.")
        template = "home/blocks/documents.html"
        preview_template = "home/blocks/previews/documents.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context=parent_context)
        return context | {"documents": [document for document in value["documents"] if document is not None]}
