"""The pages of members who find each other."""

from community.peers.views.listing import peers, profile
from community.peers.views.sparring import ask_to_spar, block, spar_request, spar_requests, withdraw_spar_request

__all__ = [
    "ask_to_spar",
    "block",
    "peers",
    "profile",
    "spar_request",
    "spar_requests",
    "withdraw_spar_request",
]
