"""Many articles at once: the same verbs as for one, and each refusal told by its headline."""

from collections.abc import Callable

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .. import workflow
from ..models import Article
from .question_forms import WithdrawForm

Verb = Callable[[Article], None]


class BulkMoves:
    """Actions of the list of articles; a mixin."""

    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_submit_permission(self, request) -> bool:
        return request.user.has_perm("articles.submit_article")

    def has_withdraw_permission(self, request) -> bool:
        return request.user.has_perm("articles.withdraw_article")

    @admin.action(description=gettext_lazy("I take them"), permissions=["submit"])
    def take_selected(self, request, queryset):
        self._do_all(request, queryset, lambda article: workflow.take(article, by=request.user, now=request.now))

    @admin.action(description=gettext_lazy("Hand in"), permissions=["submit"])
    def submit_selected(self, request, queryset):
        self._do_all(request, queryset, lambda article: workflow.submit(article, by=request.user, now=request.now))

    @admin.action(description=gettext_lazy("Publish the newest version"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        self._do_all(request, queryset, lambda article: workflow.publish(article, by=request.user, now=request.now))

    @admin.action(description=gettext_lazy("Withdraw"), permissions=["withdraw"])
    def withdraw_selected(self, request, queryset) -> HttpResponse | None:
        """Asks why, once for all of them."""
        form = WithdrawForm(request.POST if "reason" in request.POST else None)
        form.fields["how"].choices = [each for each in Article.Withdrawal.choices if each[0] != "replaced"]
        del form.fields["replaced_by"]
        if not (form.is_bound and form.is_valid()):
            return self._ask_why(request, queryset, form)
        said = form.cleaned_data
        self._do_all(
            request, queryset, lambda article: workflow.withdraw(article, by=request.user, now=request.now, **said)
        )
        return None

    def _do_all(self, request: HttpRequest, queryset, verb: Verb) -> None:
        done = sum(self.done(request, article, lambda article=article: verb(article)) for article in queryset)
        if done:
            messages.success(request, ngettext("Done: %(n)s article.", "Done: %(n)s articles.", done) % {"n": done})

    def _ask_why(self, request, queryset, form) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": _("Withdraw"),
            "opts": self.opts,
            "form": form,
            "articles": queryset,
            "media": self.media + form.media,
            "action": "withdraw_selected",
        }
        return TemplateResponse(request, "admin/articles/article/bulk.html", context)
