"""The blocks from which editors build a page."""

from home.blocks.lists import AgendaBlock, MostUsedBlock, NetworksBlock, NewsBlock, PracticesBlock
from home.blocks.media import DocumentsBlock, PictureBlock, VideoLinkBlock
from home.blocks.menu import MenuBlocks
from home.blocks.streams import BODY_HELP, HomeBlocks, StandardBlocks
from home.blocks.text import SHORT_TEXT_FEATURES, CardsBlock, NoticeBlock, QuestionsBlock, QuoteBlock, StepsBlock

__all__ = [
    "BODY_HELP",
    "SHORT_TEXT_FEATURES",
    "AgendaBlock",
    "CardsBlock",
    "DocumentsBlock",
    "HomeBlocks",
    "MenuBlocks",
    "MostUsedBlock",
    "NetworksBlock",
    "NewsBlock",
    "NoticeBlock",
    "PictureBlock",
    "PracticesBlock",
    "QuestionsBlock",
    "QuoteBlock",
    "StandardBlocks",
    "StepsBlock",
    "VideoLinkBlock",
]
