from community.models.care import Hiding, Report
from community.models.conduct import CodeOfConduct, ConductAcceptance, ConductWording
from community.models.deleted import DeletedPost
from community.models.drafts import Draft
from community.models.events import EventCounter, NetworkEvent
from community.models.files import PostFile
from community.models.following import Following
from community.models.groups import GroupFounding, GroupPlace, SmallGroup
from community.models.history import PostVersion
from community.models.mailed import ReceivedMail
from community.models.marks import Mark
from community.models.moves import Move
from community.models.peers import Block, PeerProfile, SparRequest
from community.models.posts import Post
from community.models.reactions import Reaction
from community.models.reading import ReadingPosition
from community.models.threads import Thread

__all__ = [
    "Block",
    "CodeOfConduct",
    "ConductAcceptance",
    "ConductWording",
    "DeletedPost",
    "Draft",
    "EventCounter",
    "Following",
    "GroupFounding",
    "GroupPlace",
    "Hiding",
    "Mark",
    "Move",
    "NetworkEvent",
    "PeerProfile",
    "Post",
    "PostFile",
    "PostVersion",
    "Reaction",
    "ReadingPosition",
    "ReceivedMail",
    "Report",
    "SmallGroup",
    "SparRequest",
    "Thread",
]
