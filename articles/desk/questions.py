"""Pages of the desk that ask one question about an article before a verb is done, and its preview."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _

from .. import decisions, intake, page, revisions, workflow
from ..forms import ScheduleForm, SendBackForm, WhomForm, WithdrawForm
from ..name_buttons import in_full
from ..views import render


class Questions:
    """Addresses of the article admin beside its form; a mixin."""

    def question_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.new_from_text), name="articles_article_import"),
            path("<int:pk>/preview/", view(self.preview), name="articles_article_preview"),
            path("<int:pk>/send-back/", view(self.send_back), name="articles_article_send_back"),
            path("<int:pk>/withdraw/", view(self.withdraw), name="articles_article_withdraw"),
            path("<int:pk>/whom/", view(self.whom), name="articles_article_whom"),
            path("<int:pk>/schedule/", view(self.schedule), name="articles_article_schedule"),
        ]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page of the newest version."""
        article = self.article_for(request, pk)
        back = reverse("admin:articles_article_change", args=[pk])
        response = render(request, page.of_revision(article, revisions.newest(article), request.now), back)
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def new_from_text(self, request: HttpRequest) -> HttpResponse:
        return intake.new_from_text(request, self)

    def send_back(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_for(request, pk)
        form = SendBackForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            remark = form.cleaned_data["remark"]
            if self.run(
                request, article, lambda: workflow.send_back(article, by=request.user, now=request.now, remark=remark)
            ):
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, _("Send back"))

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_for(request, pk)
        form = WithdrawForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data
            done = self.run(
                request,
                article,
                lambda: workflow.withdraw(article, by=request.user, now=request.now, **data),
            )
            if done:
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, _("Withdraw"))

    def schedule(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.article_for(request, pk)
        form = ScheduleForm(request.POST or None, initial={"embargo_until": article.embargo_until})
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data
            done = self.run(
                request,
                article,
                lambda: workflow.schedule(
                    article, data["at"], by=request.user, now=request.now, embargo_until=data["embargo_until"]
                ),
            )
            if done:
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, _("Schedule"))

    def whom(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Somebody the engine did not think of: whom a printed name means, chosen from all people on record."""
        article = self.article_for(request, pk)
        names, context = request.GET.getlist("name"), request.GET.get("context", "")
        asked_well = names and decisions.can_be_kept(names, context)
        if not asked_well or not self.has_change_permission(request, article):
            raise PermissionDenied
        form = WhomForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            here = form.cleaned_data["where"] == WhomForm.HERE
            meant = form.cleaned_data["person"] or form.cleaned_data["organization"]
            decisions.decide(article, names, meant, by=request.user, context=context if here else "")
            messages.info(request, _("«%(name)s» means: %(whom)s.") % {"name": names[0], "whom": in_full(meant)})
            return redirect("admin:articles_article_change", pk)
        title = _("Whom «%(name)s» means") % {"name": names[0]}
        return self._ask(request, article, form, title, button=_("Choose"))

    def _ask(self, request, article, form, title: str, button: str = "") -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "button": button or title,
            "opts": self.opts,
            "original": article,
            "form": form,
            "media": self.media + form.media,
            "back": reverse("admin:articles_article_change", args=[article.pk]),
        }
        return TemplateResponse(request, "admin/articles/article/ask.html", context)
