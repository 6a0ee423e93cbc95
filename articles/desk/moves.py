"""What the buttons of the writing form do once its text is saved, and which of them stand there."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _

from .. import public_versions, revisions, workflow
from ..models import Article, ArticleEvent
from .question_forms import PublishForm
from .questions import QUESTIONS, open_questions

_PUBLISH = "articles.publish_article"
# Typed and refused with the rest: it is offered again.
_UNSENT = "unsent_note"


class Moves:
    """The moves of an article from its form; a mixin."""

    def move(self, request: HttpRequest, article: Article) -> HttpResponse:
        """Do what the pressed button wants with the saved text, and go where its answer stands."""
        target = "change"
        for name, verb in self._verbs().items():
            if name in request.POST:
                target = verb(request, article) or "change"
                break
        else:
            self._keep_slot(request, article)
            if "_preview" in request.POST:  # the public page shows no messages: they would be said of another story
                target = "preview"
            else:
                messages.success(request, _("Saved as version %(number)s.") % {"number": article.version})
                target = next((key for key in QUESTIONS if f"_{key}" in request.POST), "change")
        return redirect(f"admin:articles_article_{target}", article.pk)

    def _verbs(self) -> dict[str, Callable[[HttpRequest, Article], str | None]]:
        """By the name of the button; each tells the page to go on to, or none for the form."""
        return {
            "_submit": self._submit,
            "_publish": self._publish,
            "_alone": self._publish,
            "_take": self._take,
            "_give_up": self._give_up,
            "_roll_back": self._roll_back,
        }

    def _submit(self, request, article) -> None:
        self.run(request, article, lambda: workflow.submit(article, by=request.user, now=request.now))

    def _publish(self, request, article) -> None:
        form = PublishForm(request.POST)
        form.is_valid()
        is_out, alone = article.is_begun(request.now), "_alone" in request.POST
        note = form.as_note() if is_out else None
        new_address = is_out and form.cleaned_data["new_address"]

        def publish() -> None:
            self._need_seen(request, article)
            workflow.publish(article, by=request.user, now=request.now, note=note, alone=alone, new_address=new_address)

        if not self.run(request, article, publish) and is_out:
            request.session[_UNSENT] = {"article": article.pk, **form.cleaned_data}

    @staticmethod
    def _need_seen(request, article) -> None:
        """Refuse a form opened before somebody withdrew the story: its «Publish the changes» meant a live one."""
        withdrawn = Article.State.WITHDRAWN
        if article.state == withdrawn and request.POST.get("seen_state", withdrawn) != withdrawn:
            raise workflow.WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])

    def _take(self, request, article) -> None:
        self._do(request, article, workflow.take, _("You have taken this story."))

    def _give_up(self, request, article) -> None:
        self._do(request, article, workflow.give_up, _("Somebody else may take this story now."))

    def _roll_back(self, request, article) -> str | None:
        had_changes_due = article.pending_at is not None
        said = _("The earlier version is on the site again. Tell readers why, or go back if nothing is to be said.")
        if not self._do(request, article, workflow.roll_back, said):
            return None
        if had_changes_due:
            messages.warning(
                request, _("The scheduled changes no longer come out: schedule them again if they should.")
            )
        return "note"

    def _keep_slot(self, request, article) -> None:
        """What was saved into a scheduled story comes out at its slot; if it may not, the slot keeps what it had."""
        try:
            kept = workflow.keep_slot(article, by=request.user, now=request.now)
        except (workflow.WorkflowError, PermissionDenied) as error:
            reasons = error.reasons if isinstance(error, workflow.WorkflowError) else [str(error)]
            messages.warning(request, _("The slot keeps the version it had."))
            for reason in reasons:
                messages.error(request, reason)
        else:
            if kept:
                messages.info(request, _("What you saved comes out at the time that was set."))

    def _do(self, request, article, verb, said: str) -> bool:
        """Do a verb that leaves the state alone, and say how it went."""
        done = self.done(request, article, lambda: verb(article, by=request.user, now=request.now))
        if done:
            messages.success(request, said)
        return done

    def run(self, request, article, verb, said: str = "") -> bool:
        """Do a verb and say where the article stands now, or what was done with it."""
        if not self.done(request, article, verb):
            return False
        state = Article.State(workflow.state_at(article, request.now)).label
        link = ""
        if article.is_begun(request.now) and not article.is_over(request.now):
            link = format_html(' <a href="{}">{}</a>', article.get_absolute_url(), _("See it on the site"))
        messages.success(request, format_html("«{}»: {}.{}", article, said or state, link))
        return True

    def done(self, request, article, verb) -> bool:
        """Do a verb; a refusal lists every reason and loses nothing."""
        try:
            verb()
        except (workflow.WorkflowError, PermissionDenied) as error:
            self._say_why(request, article, error)
            return False
        return True

    @staticmethod
    def _say_why(request, article, error: Exception) -> None:
        reasons = error.reasons if isinstance(error, workflow.WorkflowError) else [str(error)]
        for reason in reasons:
            messages.error(request, f"{article}: {reason}")

    def note_is_whole(self, request, article) -> bool:
        """Whether the note beside «Publish the changes» can be sent: one that says «correction» needs its words."""
        is_out = article is not None and article.is_begun(request.now)
        form = PublishForm(request.POST)
        if not is_out or not {"_publish", "_alone"} & request.POST.keys() or form.is_valid():
            return True
        for errors in form.errors.values():
            messages.error(request, " ".join(map(str, errors)))
        return False

    def standing(self, request: HttpRequest, article: Article | None) -> dict[str, object]:
        """Where the article stands and what may be done with it beside writing."""
        by, now = request.user, request.now
        state = workflow.state_at(article, now) if article else Article.State.DRAFT
        may_edit = article is None or revisions.may_change(article, by)
        may_publish = may_edit and by.has_perm(_PUBLISH)
        shared = {
            "state": state,
            "state_label": Article.State(state).label,
            "may_publish": may_publish,
            "alone": may_publish and workflow.would_be_alone(article, by, now),
            "may_submit": may_edit and state == Article.State.DRAFT and by.has_perm("articles.submit_article"),
        }
        if article is None:
            return shared
        is_public = article.is_begun(now) and not article.is_over(now)
        return {
            **shared,
            "questions": open_questions(article, by, now),
            "may_take": may_edit,
            "returned": self._returned(article) if state == Article.State.DRAFT else None,
            "revisions": article.revisions.select_related("created_by").defer("data")[:12],
            "is_public": is_public,
            "is_developing": is_public and article.is_developing(now),
            "has_embargo": article.embargo_until is not None and article.embargo_until > now,
            "publishing": self._publish_form(request, article) if is_public and may_publish else None,
            "earlier": public_versions.before_present(article, now) if is_public and may_publish else None,
            "new_slug": self._new_slug(article) if is_public and may_publish else "",
        }

    @staticmethod
    def _publish_form(request, article) -> PublishForm:
        """The note beside «Publish the changes», as it was typed if it could not go out."""
        if request.method == "POST":
            return PublishForm(request.POST)
        unsent = request.session.get(_UNSENT)
        if unsent and unsent["article"] == article.pk:
            del request.session[_UNSENT]
            return PublishForm(initial=unsent)
        return PublishForm()

    @staticmethod
    def _new_slug(article) -> str:
        """The address the newest headline would have, if it is another."""
        slug = workflow.slug_of(article.desk_headline)
        return "" if slug == article.slug else slug

    def _returned(self, article) -> ArticleEvent | None:
        """The editor's remark on a draft that was sent back and has not been handed in since."""
        moves = [ArticleEvent.Kind.RETURNED, ArticleEvent.Kind.SUBMITTED]
        last = article.events.filter(kind__in=moves).select_related("by").first()
        return last if last and last.kind == ArticleEvent.Kind.RETURNED else None
