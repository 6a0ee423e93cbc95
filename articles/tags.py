"""Two tags that mean one subject become one."""

from django.db import transaction

from clock import ticking

from .models import Tag, TaggedArticle


def merge(tag: Tag, into: Tag) -> None:
    """Give the stories of a tag, and of those merged into it before, to another; its page leads there from now on."""
    with transaction.atomic():
        there = TaggedArticle.objects.filter(tag=into).values("content_object")
        tagged = TaggedArticle.objects.filter(tag=tag)
        tagged.filter(content_object__in=there).delete()
        tagged.update(tag=into)
        Tag.objects.filter(merged_into=tag).update(merged_into=into)
        Tag.objects.filter(pk=tag.pk).update(merged_into=into)
        ticking.bump()
