"""The columns of the table, the same for reading in and writing out."""

from resources.parts import COLUMNS

OWN = ("key", "contributor")
LISTS = ("themes", "tags", "materials", "links")
IMPORTED = (*OWN, *COLUMNS, "network", "school", *LISTS)
EXPORTED = ("id", "address", "state", "authors", *IMPORTED, "submitted_at", "published_at")
BETWEEN = ";"


def joined(values: list[str]) -> str:
    """Several values in one cell."""
    return f"{BETWEEN} ".join(value.replace(BETWEEN, ",") for value in values)


def parted(cell: str) -> list[str]:
    """The values of one cell."""
    return [value.strip() for value in cell.split(BETWEEN) if value.strip()]
