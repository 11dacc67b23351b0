"""Parcel entity."""

from dataclasses import dataclass, field


@dataclass
class Parcel:
    number: str
    events: list[str] = field(default_factory=list)

    def status(self) -> str:
        return self.events[-1] if self.events else "announced"
