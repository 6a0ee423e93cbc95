"""The writing form: it begins from the newest version, or from one's own working copy, and saves a new version."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from media_assets.pictures import pictures

from .. import conflicts, presence, revisions
from ..content import FIELDS, Content
from ..editor import with_nonce
from ..forms import ArticleForm, is_key
from ..models import Article
from ..name_buttons import Pressed
from . import panel, working_copies
from .moves import Moves
from .presence import presence_html
from .sittings import sitting
from .writing import edition

# So many saves a browser may be behind with what it has kept itself.
_MOST_SAVED = 20


class FormPage(Moves):
    """The add and change pages of the article admin; a mixin. Django's own saving of the model is never reached."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Read the newest Revision, save a new one; no transaction is held while an editor's text is read."""
        article = self.article_for(request, object_id) if object_id else None
        if article is None and not self.has_add_permission(request):
            raise PermissionDenied
        may_edit = article is None or bool(revisions.open_fields(article, request.user))
        if request.method != "POST":
            return self._show(request, article, *self._begun(request, article), may_edit, extra_context)
        form = self._sent(request, article)
        if not may_edit:
            return self._not_yours(request, article, form)
        is_told = self.note_is_whole(request, article)
        if form.is_valid() and is_told:
            return self._save(request, article, form)
        return self._show(request, article, form, revisions.cleaned(form.content_so_far()), True)

    @staticmethod
    def _sent(request, article) -> ArticleForm:
        """The form as it was sent; what is not open to its sender stays as it was in the version they began from."""
        allowed = revisions.open_fields(article, request.user) if article else frozenset(FIELDS)
        if not allowed or allowed == frozenset(FIELDS):
            return ArticleForm(request.POST)
        base = request.POST.get("base", "")
        begun = article.revisions.filter(number=int(base) if is_key(base) else 0).first() or revisions.newest(article)
        initial = ArticleForm.initial_of(revisions.content_of(begun), begun.number)
        form = ArticleForm(request.POST, initial=initial)
        form.close_all_but(allowed)
        return form

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
            self._tell_merged(request, saved)
        self._forget_copies(request, form.cleaned_data["tab"])
        if "_decide" in request.POST:
            self._decide(request, article)
        return self.move(request, article)

    @staticmethod
    def _tell_merged(request, saved: revisions.Saved) -> None:
        """What became of versions saved since the form was opened: nothing of theirs is silent."""
        if saved.taken:
            names = conflicts.labels_of(saved.taken)
            messages.info(request, _("Saved by others meanwhile, and kept: %(fields)s.") % {"fields": names})
        if saved.replaced:
            told = {"fields": conflicts.labels_of(saved.replaced), "number": saved.earlier.number}
            words = _("You had saved other words in another window: %(fields)s. They stand in version %(number)s.")
            messages.warning(request, words % told)

    def _forget_copies(self, request, tab: str) -> None:
        """The saved form needs its working copy no more, nor the one its browser keeps: the next page tells it so."""
        working_copies.forget(tab, by=request.user)
        presence.leave(tab, by=request.user)
        request.session["saved_forms"] = [*request.session.get("saved_forms", []), tab][-_MOST_SAVED:]

    def _decide(self, request, article) -> None:
        """The button pressed beside a name, after the text itself is saved: whom it means, or who is new."""
        read = panel.read(article, revisions.content_of(revisions.newest(article)), request.now)
        try:
            said = Pressed.read(request.POST["_decide"])
            for level, sentence in panel.press(read, said, request.POST, by=request.user, now=request.now):
                messages.add_message(request, level, sentence)
        except PermissionDenied as error:
            messages.error(request, str(error))

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
        allowed = revisions.open_fields(article, request.user) if article else frozenset(FIELDS)
        form.close_all_but(allowed)  # the editor of the text heeds this alone, not the fieldset around it
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
            **self.standing(request, article),
            "panel_html": self.panel_html(request, read, "body" in allowed),
            "pictures_only": may_edit and "body" not in allowed,
            "marks": read.marks(),
            "lead": self._lead(form, request),
            "checklist_html": self.checklist_html(request, read),
            "presence_html": presence_html(request, article, str(form["tab"].value() or "")) if article else "",
            "offers": working_copies.offers(article, str(form["tab"].value() or ""), by=request.user),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/article/change_form.html", context)

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
