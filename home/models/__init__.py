"""The pages that editors make themselves, and who is behind the site."""

from home.models.contact import ContactPage
from home.models.faq import FaqPage, FaqQuestion
from home.models.home import HomePage
from home.models.news import NewsIndexPage, NewsPage
from home.models.offers import OfferIndexPage, OfferPage
from home.models.organisation import Organisation
from home.models.standard import StandardPage

__all__ = [
    "ContactPage",
    "FaqPage",
    "FaqQuestion",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "OfferIndexPage",
    "OfferPage",
    "Organisation",
    "StandardPage",
]
