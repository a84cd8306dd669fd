"""Answers by mail: a signed address takes them, and what somebody wrote in one becomes a post (docs/community.md)."""
