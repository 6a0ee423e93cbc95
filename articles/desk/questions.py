"""Pages of the desk that ask one question about an article before a verb is done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import decisions, intake, page, revisions, workflow
from ..models import Article, ArticleEvent
from ..name_buttons import in_full
from ..views import render
from . import question_forms as ask

Done = Mapping[str, Any]


@dataclass(frozen=True)
class Question:
    """One question: its button and title, whom it is put to, and the verb that its answer does.

    ``key`` names the button of the writing form and the address. ``may`` only spares people a page they cannot use:
    the verb asks again.
    """

    key: str
    title: str | Promise
    form: type[forms.Form]
    may: Callable[[Article, Any, datetime], bool]
    do: Callable[[Article, Done, Any, datetime], None]
    button: str | Promise = ""  # what answering is called, where the title is no verb
    said: str | Promise = ""  # what has been done, where the state does not tell it

    @property
    def slug(self) -> str:
        return self.key.replace("_", "-")


def _in(verb: str, permission: str) -> Callable[[Article, Any, datetime], bool]:
    """Asked of those with a permission, in the states from which the verb starts."""

    def may(article: Article, by, now: datetime) -> bool:
        return by.has_perm(permission) and workflow.state_at(article, now) in workflow.MOVES[verb]

    return may


def _may_withdraw(article: Article, by, now: datetime) -> bool:
    return by.has_perm("articles.withdraw_article") and workflow.may_withdraw(article, now)


def _may_embargo(article: Article, by, now: datetime) -> bool:
    return revisions.may_change(article, by) and workflow.state_at(article, now) in workflow.MOVES["embargo"]


def _may_lift(article: Article, by, now: datetime) -> bool:
    return by.has_perm("articles.lift_embargo") and article.embargo_until is not None and article.embargo_until > now


def _send_back(article: Article, said: Done, by, now: datetime) -> None:
    workflow.send_back(article, by=by, now=now, remark=said["remark"])


def _withdraw(article: Article, said: Done, by, now: datetime) -> None:
    workflow.withdraw(article, by=by, now=now, **said)


def _schedule(article: Article, said: Done, by, now: datetime) -> None:
    options = {"embargo_until": said["embargo_until"], "alone": said.get("alone", False)}
    workflow.schedule(article, said["at"], by=by, now=now, **options)


def _embargo(article: Article, said: Done, by, now: datetime) -> None:
    workflow.set_embargo(article, said["until"], by=by, now=now)


def _lift(article: Article, said: Done, by, now: datetime) -> None:
    workflow.lift_embargo(article, by=by, now=now, reason=said["reason"])


def _develop(article: Article, said: Done, by, now: datetime) -> None:
    until = now + timedelta(minutes=said["minutes"]) if said["minutes"] else None
    workflow.develop(article, until, by=by, now=now)


def _note(article: Article, said: Done, by, now: datetime) -> None:
    workflow.add_note(article, workflow.Note(said["kind"], said["text"]), by=by, now=now)


_PUBLISH, _CHANGE_ANY = "articles.publish_article", "articles.change_any_article"

QUESTIONS = {
    question.key: question
    for question in (
        Question("schedule", gettext_lazy("Schedule"), ask.ScheduleForm, _in("schedule", _PUBLISH), _schedule),
        Question(
            "embargo",
            gettext_lazy("Embargo"),
            ask.EmbargoForm,
            _may_embargo,
            _embargo,
            gettext_lazy("Save"),
            ArticleEvent.Kind.EMBARGOED.label,
        ),
        Question("lift_embargo", gettext_lazy("Lift the embargo"), ask.LiftForm, _may_lift, _lift),
        Question(
            "send_back",
            gettext_lazy("Send back"),
            ask.SendBackForm,
            _in("send_back", _CHANGE_ANY),
            _send_back,
            said=ArticleEvent.Kind.RETURNED.label,
        ),
        Question(
            "develop",
            gettext_lazy("More to come"),
            ask.DevelopForm,
            _in("develop", _PUBLISH),
            _develop,
            gettext_lazy("Save"),
        ),
        Question(
            "note", gettext_lazy("Note to readers"), ask.NoteForm, _in("note", _PUBLISH), _note, gettext_lazy("Publish")
        ),
        Question("withdraw", gettext_lazy("Withdraw"), ask.WithdrawForm, _may_withdraw, _withdraw),
    )
}


def open_questions(article: Article, by, now: datetime) -> list[Question]:
    """The questions that may be put to this person about the article now."""
    return [question for question in QUESTIONS.values() if question.may(article, by, now)]


class Questions:
    """Addresses of the article admin beside its form; a mixin."""

    def question_urls(self) -> list:
        view = self.admin_site.admin_view
        return [
            path("import/", view(self.new_from_text), name="articles_article_import"),
            path("<int:pk>/preview/", view(self.preview), name="articles_article_preview"),
            path("<int:pk>/whom/", view(self.whom), name="articles_article_whom"),
            *(
                path(
                    f"<int:pk>/{question.slug}/",
                    view(self.question),
                    {"key": question.key},
                    name=f"articles_article_{question.key}",
                )
                for question in QUESTIONS.values()
            ),
        ]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page of the newest version."""
        article = self.article_for(request, pk)
        back = reverse("admin:articles_article_change", args=[pk])
        response = render(
            request, page.of_revision(article, revisions.newest(article), request.now), back, article.embargo_until
        )
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def new_from_text(self, request: HttpRequest) -> HttpResponse:
        return intake.new_from_text(request, self)

    def question(self, request: HttpRequest, pk: int, key: str) -> HttpResponse:
        """One of ``QUESTIONS``; answered, its verb is done, and a refusal says why beside what was typed."""
        article, question = self.article_for(request, pk), QUESTIONS[key]
        if not question.may(article, request.user, request.now):
            raise PermissionDenied(_("This cannot be done with the article now, or not by you."))
        form = self._question_form(request, article, question)
        if request.method == "POST" and form.is_valid():
            done = self.run(
                request,
                article,
                lambda: question.do(article, form.cleaned_data, request.user, request.now),
                said=str(question.said),
            )
            if done:
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, str(question.title), str(question.button))

    def _question_form(self, request, article: Article, question: Question) -> forms.Form:
        form = question.form(request.POST or None)
        if question.key == "schedule":
            form.initial["embargo_until"] = article.embargo_until
            if not workflow.would_be_alone(article, request.user, request.now):
                del form.fields["alone"]
        if question.key == "embargo":
            form.initial["until"] = article.embargo_until
        return form

    def whom(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Somebody the engine did not think of: whom a printed name means, chosen from all people on record."""
        article = self.article_for(request, pk)
        names, context = request.GET.getlist("name"), request.GET.get("context", "")
        asked_well = names and decisions.can_be_kept(names, context)
        if not asked_well or not self.has_change_permission(request, article):
            raise PermissionDenied
        form = ask.WhomForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            here = form.cleaned_data["where"] == ask.WhomForm.HERE
            meant = form.cleaned_data["person"] or form.cleaned_data["organization"]
            decisions.decide(article, names, meant, by=request.user, context=context if here else "")
            messages.info(request, _("«%(name)s» means: %(whom)s.") % {"name": names[0], "whom": in_full(meant)})
            return redirect("admin:articles_article_change", pk)
        title = _("Whom «%(name)s» means") % {"name": names[0]}
        return self._ask(request, article, form, title, button=_("Choose"))

    def _ask(self, request, article, form, title: str, button: str = "", **more) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "button": button or title,
            "opts": self.opts,
            "original": article,
            "form": form,
            "media": self.media + form.media,
            "back": reverse("admin:articles_article_change", args=[article.pk]),
            **more,
        }
        return TemplateResponse(request, "admin/articles/article/ask.html", context)
