"""The people, the network and the conversation of the community's tests."""

from tests.community.conftest import bram, file_database, imke, kees, network, people, sanne, thread

__all__ = ["bram", "file_database", "imke", "kees", "network", "people", "sanne", "thread"]
