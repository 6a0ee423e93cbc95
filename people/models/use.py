"""When something public names a person or an organization. Written by verbs of the apps above."""

from django.db import models

from clock.intervals import Interval


class PersonUse(Interval):
    """Something public names this person."""

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="uses")

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["person", "public_from"])]

    def __str__(self) -> str:
        return f"{self.owner}: {self.person_id}"


class OrganizationUse(Interval):
    """Something public names this organization."""

    organization = models.ForeignKey("people.Organization", models.CASCADE, related_name="uses")

    class Meta(Interval.Meta):
        indexes = [models.Index(fields=["organization", "public_from"])]

    def __str__(self) -> str:
        return f"{self.owner}: {self.organization_id}"
