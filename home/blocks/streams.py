"""Which blocks go where."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from home.blocks.lists import AgendaBlock, MostUsedBlock, NetworksBlock, NewsBlock, PracticesBlock
from home.blocks.media import DocumentsBlock, PictureBlock, VideoLinkBlock
from home.blocks.text import TEXT_FEATURES, CardsBlock, NoticeBlock, QuestionsBlock, QuoteBlock, StepsBlock

BODY_HELP = _("The page itself, made of blocks: add one with the plus sign, and drag it where it belongs.")


class StandardBlocks(blocks.StreamBlock):
    """What a page of text may hold."""

    text = blocks.RichTextBlock(
        features=TEXT_FEATURES,
        icon="pilcrow",
        label=_("Text"),
        description=_("Running text with headings, lists and links."),
        template="home/blocks/text.html",
        preview_value="<h2>Wat is een leernetwerk?</h2><p>Een groep schoolleiders leert een jaar lang samen.</p>",
    )
    notice = NoticeBlock()
    steps = StepsBlock()
    questions = QuestionsBlock()
    picture = PictureBlock()
    quote = QuoteBlock()
    cards = CardsBlock()
    documents = DocumentsBlock()
    video_link = VideoLinkBlock()


class HomeBlocks(StandardBlocks):
    """What the home page may hold besides: lists that keep themselves up to date."""

    networks = NetworksBlock()
    practices = PracticesBlock()
    most_used = MostUsedBlock()
    agenda = AgendaBlock()
    news = NewsBlock()
