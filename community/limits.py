"""How fast one person may post."""

import time
from dataclasses import dataclass, field


@dataclass
class Bucket:
    """Holds up to `most` permits and gains `each_second` of them; taking one from an empty bucket fails."""

    most: float = 600
    each_second: float = 20
    left: float = 600
    at: float = field(default_factory=time.monotonic)

    def take(self) -> bool:
        now = time.monotonic()
        self.left = min(self.most, self.left + (now - self.at) * self.each_second)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True
