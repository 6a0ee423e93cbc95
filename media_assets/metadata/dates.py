"""When a picture was taken, as exactly as its file says: a year, a day, or a minute with its offset from UTC."""

import datetime
import re
from dataclasses import dataclass

_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
)
_EXIF = re.compile(
    r"(?P<year>\d{4})[:/.-](?P<month>\d\d)[:/.-](?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?\s*(?P<offset>Z|[+-]\d\d:?\d\d)?)?"
)
_IIM_DATE = re.compile(r"(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)")
_IIM_TIME = re.compile(r"(?P<hour>\d\d):?(?P<minute>\d\d):?(?P<second>\d\d)?(?P<offset>[+-]\d\d:?\d\d)?")
_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d\d):?(?P<minutes>\d\d)")
_FIRST_PHOTOGRAPH = 1826
_NEVER = 9000  # «9999-12-31» says of rights that they do not end; in another time zone it is no date any more


@dataclass(frozen=True)
class Taken:
    """A date as exact as it is known; a time only with a whole date, an offset only with a time."""

    year: int
    month: int | None = None
    day: int | None = None
    time: datetime.time | None = None
    offset_minutes: int | None = None

    @property
    def iso(self) -> str:
        """«2025-06-30T15:45:10+06:00», «2025-06-30T15:45:10», «2025-06-30», «2025-06» or «2025»."""
        text = f"{self.year:04}"
        if self.month:
            text += f"-{self.month:02}"
        if self.month and self.day:
            text += f"-{self.day:02}"
            if self.time:
                text += f"T{self.time:%H:%M:%S}{self.offset}"
        return text

    @property
    def offset(self) -> str:
        """«+06:00», or nothing when the file does not say where the clock stood."""
        if self.offset_minutes is None:
            return ""
        hours, minutes = divmod(abs(self.offset_minutes), 60)
        return f"{'-' if self.offset_minutes < 0 else '+'}{hours:02}:{minutes:02}"

    @classmethod
    def from_iso(cls, text: str) -> "Taken | None":
        """What XMP says: «2025-06-30T15:45:10.35+06:00», «2025-06-30» or «2025»; no date for an impossible one."""
        found = _ISO.fullmatch(text.strip())
        # Some programs copy EXIF's own «2025:06:30 15:45:10» into XMP.
        return _made(**found.groupdict()) if found else cls.from_exif(text)

    @classmethod
    def from_exif(cls, text: str, offset: str = "") -> "Taken | None":
        """What EXIF says: «2025:06:30 15:45:10» and, in a tag of its own, «+06:00»."""
        found = _EXIF.fullmatch(text.strip())
        return _made(**{**found.groupdict(), "offset": found["offset"] or offset.strip()}) if found else None

    @classmethod
    def from_iim(cls, day: str, hour: str = "") -> "Taken | None":
        """What IIM says: «20250630» and «154510+0600»; zeros stand for a month or a day nobody knows."""
        found, at = _IIM_DATE.fullmatch(day.strip()), _IIM_TIME.fullmatch(hour.strip())
        return _made(**found.groupdict(), **(at.groupdict() if at else {})) if found else None


def _made(
    year: str,
    month: str | None = None,
    day: str | None = None,
    hour: str | None = None,
    minute: str | None = None,
    second: str | None = None,
    offset: str | None = None,
) -> Taken | None:
    parts = int(year), int(month or 0), int(day or 0)
    if not _FIRST_PHOTOGRAPH <= parts[0] < _NEVER or (parts[2] and not parts[1]):
        return None
    try:
        datetime.date(parts[0], parts[1] or 1, parts[2] or 1)
        at = datetime.time(int(hour), int(minute or 0), int(second or 0)) if hour and parts[2] else None
    except ValueError:  # «2025:13:01», «2025:02:30», «24:61»
        return None
    return Taken(parts[0], parts[1] or None, parts[2] or None, at, _offset_minutes(offset) if at else None)


def _offset_minutes(text: str | None) -> int | None:
    if text == "Z":
        return 0
    found = _OFFSET.fullmatch(text or "")
    if not found or int(found["hours"]) > 14 or int(found["minutes"]) > 59:
        return None
    minutes = int(found["hours"]) * 60 + int(found["minutes"])
    return -minutes if found["sign"] == "-" else minutes
