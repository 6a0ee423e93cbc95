"""Who stands where in a picture, and which picture stands for a person."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

_SHARE = [MinValueValidator(0), MaxValueValidator(1)]


class PersonShown(models.Model):
    """Somebody in a photo: the place from the left, the row, perhaps a box, and the office as the caption words it.

    Who is not on record yet, or could be several people, stands here by ``name`` until the desk says who it is.
    """

    photo = models.ForeignKey(
        "media_assets.Photo", models.CASCADE, related_name="persons_shown", verbose_name=_("photo")
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    name = models.CharField(
        _("name, as worded"), max_length=200, blank=True, help_text=_("For somebody who is not on record.")
    )
    position = models.PositiveSmallIntegerField(
        _("place from the left"), validators=[MinValueValidator(1)], help_text=_("1 is the leftmost.")
    )
    row = models.PositiveSmallIntegerField(
        _("row"), default=1, validators=[MinValueValidator(1)], help_text=_("1 is the front row.")
    )
    office = models.CharField(_("office, as worded"), max_length=300, blank=True)
    # A box on the picture in shares of its width and height, from the top left corner; a point has no extent.
    region_x = models.FloatField(null=True, blank=True, validators=_SHARE)
    region_y = models.FloatField(null=True, blank=True, validators=_SHARE)
    region_width = models.FloatField(null=True, blank=True, validators=_SHARE)
    region_height = models.FloatField(null=True, blank=True, validators=_SHARE)

    class Meta:
        verbose_name = _("person shown")
        verbose_name_plural = _("persons shown")
        ordering = ["row", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["photo", "person"],
                name="person_shown_once_a_photo",
                violation_error_message=_("This person is already in the list of this photo."),
            ),
            models.UniqueConstraint(
                fields=["photo", "row", "position"],
                name="person_shown_one_a_place",
                violation_error_message=_("Two persons cannot have the same place: number them from the left."),
            ),
            models.CheckConstraint(condition=Q(position__gte=1, row__gte=1), name="person_shown_place_counts_from_one"),
            models.CheckConstraint(
                condition=Q(person__isnull=False) | ~Q(name=""),
                name="person_shown_is_somebody",
                violation_error_message=_("Choose the person, or write the name."),
            ),
            models.CheckConstraint(
                condition=Q(region_x__isnull=True, region_y__isnull=True)
                | Q(region_x__range=(0, 1), region_y__range=(0, 1)),
                name="person_shown_region_inside",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.full_name}"

    @property
    def full_name(self) -> str:
        """The name on record, else as worded."""
        return str(self.person) if self.person_id else self.name

    @property
    def is_placed(self) -> bool:
        """A point or a box on the picture says where this person is."""
        return self.region_x is not None and self.region_y is not None


class Portrait(models.Model):
    """The picture that stands for a person."""

    person = models.OneToOneField("people.Person", models.CASCADE, related_name="+", verbose_name=_("person"))
    photo = models.ForeignKey("media_assets.Photo", models.PROTECT, related_name="portraits", verbose_name=_("photo"))

    class Meta:
        verbose_name = _("portrait")
        verbose_name_plural = _("portraits")

    def __str__(self) -> str:
        return str(self.person)
