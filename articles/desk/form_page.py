"""The writing form: it begins from the newest version, or from one's own working copy, and saves a new version."""

import hashlib

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from media_assets.pictures import pictures

from .. import conflicts, revisions, workflow
from ..content import Content
from ..editor import with_nonce
from ..forms import ArticleForm, is_key
from ..models import Article, ArticleEvent
from ..name_buttons import Pressed
from . import panel, working_copies
from .writing import edition

# Each asks a question of its own once the text is saved.
_QUESTIONS = ("withdraw", "schedule", "send_back")
# So many saves a browser may be behind with what it has kept itself.
_MOST_SAVED = 20


def sitting(request: HttpRequest) -> str:
    """One person's browser session, hashed: a second save from it is no conflict with the first."""
    key = request.session.session_key or ""
    return hashlib.sha256(key.encode()).hexdigest() if key else ""


class FormPage:
    """The add and change pages of the article admin; a mixin. Django's own saving of the model is never reached."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Read the newest Revision, save a new one; no transaction is held while an editor's text is read."""
        article = self.article_for(request, object_id) if object_id else None
        may_edit = self.has_change_permission(request, article) if article else self.has_add_permission(request)
        if not may_edit and article is None:
            raise PermissionDenied
        if request.method != "POST":
            return self._show(request, article, *self._begun(request, article), may_edit, extra_context)
        form = ArticleForm(request.POST)
        if not may_edit:
            return self._not_yours(request, article, form)
        if form.is_valid():
            return self._save(request, article, form)
        return self._show(request, article, form, revisions.cleaned(form.content_so_far()), True)

    def article_for(self, request: HttpRequest, object_id) -> Article:
        """The article, for whoever may at least look at it."""
        if not is_key(str(object_id)):
            raise Http404
        article = Article.objects.select_related("live_revision", "section").filter(pk=object_id).first()
        if article is None:
            raise Http404
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article

    def _begun(self, request, article) -> tuple[ArticleForm, Content]:
        """The form as it is opened: where a working copy was left if that is asked for, else the newest version."""
        copy = working_copies.of_form(request.GET.get("restore", ""), by=request.user)
        if copy and copy.article_id == (article.pk if article else None):
            return ArticleForm(initial=working_copies.initial_of(copy)), working_copies.content_of_copy(copy)
        tab = {"tab": working_copies.new_tab()}
        if article is None:
            return ArticleForm(initial={"base": 0, **tab}), Content()
        newest = revisions.newest(article)
        content = revisions.content_of(newest)
        return ArticleForm(initial={**ArticleForm.initial_of(content, newest.number), **tab}), content

    def _save(self, request, article, form) -> HttpResponse:
        content, now, by = form.content(), request.now, request.user
        self._credit_photo(request, form)
        options = {"now": now, "comment": form.cleaned_data["comment"], "sitting": sitting(request)}
        if article is None:
            article = revisions.create(content, by, language=edition(request), **options)
        else:
            try:
                saved = revisions.save(article, content, form.cleaned_data["base"] or 0, by, **options)
            except revisions.Conflict as conflict:
                return self._conflict(request, article, form, conflict)
            if saved.taken:
                messages.info(request, _("What was saved in other fields meanwhile has been kept."))
        self._forget_copies(request, form.cleaned_data["tab"])
        self._move(request, article, content)
        if "_preview" in request.POST:
            return redirect("admin:articles_article_preview", article.pk)
        for question in _QUESTIONS:
            if f"_{question}" in request.POST:
                return redirect(f"admin:articles_article_{question}", article.pk)
        return redirect("admin:articles_article_change", article.pk)

    def _forget_copies(self, request, tab: str) -> None:
        """The saved form needs its working copy no more, nor the one its browser keeps: the next page tells it so."""
        working_copies.forget(tab, by=request.user)
        request.session["saved_forms"] = [*request.session.get("saved_forms", []), tab][-_MOST_SAVED:]

    def _move(self, request, article: Article, content: Content) -> None:
        """What the pressed button wants done with the saved text, and a sentence about it."""
        by, now = request.user, request.now
        if "_submit" in request.POST:
            self.run(request, article, lambda: workflow.submit(article, by=by, now=now))
        elif "_publish" in request.POST:
            self.run(request, article, lambda: workflow.publish(article, by=by, now=now))
        elif "_preview" not in request.POST:  # the public page shows no messages: it would be said of another story
            messages.success(request, _("Saved as version %(number)s.") % {"number": article.version})
        if "_decide" in request.POST:
            self._decide(request, article)

    def _decide(self, request, article) -> None:
        """The button pressed beside a name, after the text itself is saved: whom it means, or who is new."""
        read = panel.read(article, revisions.content_of(revisions.newest(article)), request.now)
        try:
            said = Pressed.read(request.POST["_decide"])
            for level, sentence in panel.press(read, said, request.POST, by=request.user, now=request.now):
                messages.add_message(request, level, sentence)
        except PermissionDenied as error:
            messages.error(request, str(error))

    def run(self, request, article, verb) -> bool:
        """Do a verb and say how it went; a refusal lists every reason and loses nothing."""
        try:
            verb()
        except workflow.WorkflowError as error:
            for reason in error.reasons:
                messages.error(request, f"{article}: {reason}")
        except PermissionDenied as error:
            messages.error(request, f"{article}: {error}")
        else:
            state = Article.State(workflow.state_at(article, request.now)).label
            link = ""
            if article.is_begun(request.now) and not article.is_over(request.now):
                link = format_html(' <a href="{}">{}</a>', article.get_absolute_url(), _("See it on the site"))
            messages.success(request, format_html("«{}»: {}.{}", article, state, link))
            return True
        return False

    def _conflict(self, request, article, form, conflict) -> HttpResponse:
        # Mine where both changed it, theirs in every other field: the next save begins from their version.
        initial = ArticleForm.initial_of(conflict.merged, conflict.theirs.number)
        mine = {name: form.cleaned_data[name] for name in ("comment", "tab")}
        again = ArticleForm(initial={**initial, **mine})
        explained = {"conflict": conflicts.explain(conflict)}
        response = self._show(request, article, again, conflict.merged, True, explained)
        response.status_code = 409
        return response

    def _not_yours(self, request, article, form) -> HttpResponse:
        """Handed in or taken over while somebody wrote: nothing is saved, what they typed stays to be copied."""
        messages.error(request, _("You may not change this article: it is not yours, or it has been handed in."))
        content = revisions.cleaned(form.content_so_far())
        typed = ArticleForm(initial=ArticleForm.initial_of(content, form.cleaned_data["base"] or 0))
        response = self._show(request, article, typed, content, False)
        response.status_code = 403
        return response

    def _show(self, request, article, form, content: Content, may_edit, extra_context=None) -> HttpResponse:
        form.fields["headline"].widget.attrs["autofocus"] = article is None and not form.is_bound
        form.fields["body"].disabled = not may_edit  # the editor heeds this alone, not the fieldset around it
        of = article or Article(language=edition(request), created_by=request.user)
        read = panel.read(of, content, request.now)
        context = {
            **self.admin_site.each_context(request),
            "title": str(article) if article else _("New article"),
            "opts": self.opts,
            "original": article,
            "article": article,
            "form": form,
            "media": with_nonce(self.media + form.media, request),
            "addresses": self.writing_addresses(article),
            "language": of.language,
            "day": read.derived.as_of,
            "edition": edition(request),
            "may_edit": may_edit,
            "may_publish": may_edit and self.has_publish_permission(request),
            **self._standing(request, article),
            "may_submit": may_edit and self._may_submit(request, article),
            "panel_html": self.panel_html(request, read, may_edit),
            "marks": read.marks(),
            "lead": self._lead(form, request),
            "checklist_html": self.checklist_html(request, read),
            "offers": working_copies.offers(article, str(form["tab"].value() or ""), by=request.user),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/article/change_form.html", context)

    def _standing(self, request, article) -> dict[str, object]:
        """Where the article stands and what may be done with it beside writing."""
        state = workflow.state_at(article, request.now) if article else Article.State.DRAFT
        standing = {"state": state, "state_label": Article.State(state).label}
        if article is None:
            return standing
        by, now = request.user, request.now
        return {
            **standing,
            "may_send_back": state in workflow.MOVES["send_back"] and by.has_perm("articles.change_any_article"),
            "returned": self._returned(article) if state == Article.State.DRAFT else None,
            "may_withdraw": workflow.may_withdraw(article, now) and by.has_perm("articles.withdraw_article"),
            "revisions": article.revisions.select_related("created_by").defer("data")[:12],
            "is_public": article.is_begun(now) and not article.is_over(now),
        }

    def _may_submit(self, request, article) -> bool:
        state = workflow.state_at(article, request.now) if article else Article.State.DRAFT
        return state == Article.State.DRAFT and request.user.has_perm("articles.submit_article")

    def _returned(self, article) -> ArticleEvent | None:
        """The editor's remark on a draft that was sent back and has not been handed in since."""
        moves = [ArticleEvent.Kind.RETURNED, ArticleEvent.Kind.SUBMITTED]
        last = article.events.filter(kind__in=moves).select_related("by").first()
        return last if last and last.kind == ArticleEvent.Kind.RETURNED else None

    def _lead(self, form, request):
        """The lead photo chosen in the form, as a small picture."""
        chosen = str(form["lead_photo"].value() or "")
        return pictures([int(chosen)], request.now, for_desk=True).get(int(chosen)) if is_key(chosen) else None

    def _credit_photo(self, request, form) -> None:
        """The credit the wire gave goes to a photo that has none; whoever may change photos does it by saving."""
        photo, credit = form.cleaned_data["lead_photo"], form.cleaned_data["lead_credit"]
        if photo and credit and not photo.credit_line and request.user.has_perm("media_assets.change_photo"):
            photo.credit_line = credit
            photo.save()
            messages.info(request, _("The photo has taken over the credit “%(credit)s”.") % {"credit": credit})
