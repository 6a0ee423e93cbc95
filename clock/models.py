"""One row that says how new the public site is and when it changes next."""

from django.db import models


class Clock(models.Model):
    """The readers' clock: ``epoch`` grows with every public change; ``next_instant`` is the next one due by time."""

    epoch = models.BigIntegerField(default=0)
    next_instant = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="clock_is_one_row")]

    def __str__(self) -> str:
        return f"epoch {self.epoch}"
