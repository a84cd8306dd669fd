"""What several schemas share. Literals are written out where they are used: enumerations that share the name State
would be one in the description."""

from datetime import datetime
from typing import Annotated

from ninja import Path
from pydantic import AfterValidator

from networks.walltime import AMSTERDAM

LARGEST_ID = 2**63 - 1
RowId = Annotated[int, Path(ge=1, le=LARGEST_ID)]
AtSchool = Annotated[datetime, AfterValidator(lambda moment: moment.astimezone(AMSTERDAM))]
