"""Years and months as they stand in addresses: ``/archive/2025/06/``. The view sends ``/2025/6/`` there."""

from django.urls import register_converter


class Year:
    """A year of four digits; nobody dates news by 9999."""

    regex = r"[12]\d{3}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class TwoDigits:
    """A month or a day: written with two digits, read with one or two."""

    regex = r"\d{1,2}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


register_converter(Year, "year")
register_converter(TwoDigits, "two")
