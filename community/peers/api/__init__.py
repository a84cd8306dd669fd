"""Members who find each other, through the API."""

from ninja import Router

from community.peers.api import listing, sparring

router = Router()
for subject in (listing, sparring):
    router.add_router("", subject.router)
