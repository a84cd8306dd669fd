"""What several schemas share. Literals are written out where they are used: enumerations that share the name State
would be one in the description."""

from datetime import date, datetime
from typing import Annotated

from ninja import Field, Path
from pydantic import AfterValidator, StringConstraints

from networks.walltime import AMSTERDAM, FIRST_DAY, LAST_DAY

LARGEST_ID = 2**63 - 1
RowId = Annotated[int, Path(ge=1, le=LARGEST_ID)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Clock = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$", examples=["09:30"])]
BodyId = Annotated[int, Field(ge=1, le=LARGEST_ID)]
AtSchool = Annotated[datetime, AfterValidator(lambda moment: moment.astimezone(AMSTERDAM))]
