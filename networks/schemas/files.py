from ninja import Field, Schema


class TitleIn(Schema):
    """What a file is called; its own name without one."""

    title: str = Field("", max_length=200)
