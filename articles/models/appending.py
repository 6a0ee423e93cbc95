"""Rows that are added and never change: what happened cannot be made not to have happened."""

from django.db import models

_REFUSAL = "The log is only ever added to: no row of it changes or goes."


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses what would change many rows past ``save``; ``bulk_update`` comes here by ``update``."""

    def update(self, **kwargs):
        raise TypeError(_REFUSAL)

    def delete(self):
        raise TypeError(_REFUSAL)

    def bulk_create(self, objs, *args, update_conflicts=False, **kwargs):
        if update_conflicts:
            raise TypeError(_REFUSAL)
        return super().bulk_create(objs, *args, **kwargs)


class AppendOnly(models.Model):
    """A row that is written once. Whatever it names is protected by its keys."""

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        if self.pk is not None:
            raise TypeError(_REFUSAL)
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError(_REFUSAL)
