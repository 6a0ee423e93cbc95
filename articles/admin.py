"""The desk: the list of articles, the writing form, and the verbs of the workflow as buttons.

The form reads the newest Revision and saves a new one. Django's own saving of the model is never reached.
"""

import hashlib

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from media_assets.pictures import pictures
from people.desk import KeySearch, PublicRecordAdmin
from search.words import search_key

from . import (
    advice,
    conflicts,
    decisions,
    editor_views,
    intake,
    name_buttons,
    named,
    page,
    publishing,
    revisions,
    workflow,
)
from .article_list import ArticleColumns
from .editor import with_nonce
from .forms import ArticleForm, ScheduleForm, SendBackForm, WhomForm, WithdrawForm
from .models import Article, ArticleEvent, Author, Section, Tag
from .views import render


@admin.register(Article)
class ArticleAdmin(ArticleColumns, KeySearch, admin.ModelAdmin):
    search_fields = ["desk_key"]
    search_column = "desk_key"
    ordering = ["-changed_at", "-pk"]
    actions = ["publish_selected"]

    # --- the list: its columns stand in ``article_list`` ------------------------------------------------------------

    @admin.action(description=_("Publish the newest version"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        for article in queryset:
            self._run(
                request, article, lambda article=article: workflow.publish(article, by=request.user, now=request.now)
            )

    def has_publish_permission(self, request) -> bool:
        return request.user.has_perm("articles.publish_article")

    def has_delete_permission(self, request, obj=None):
        return False  # what was written stays; a live article is withdrawn

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or revisions.may_change(obj, request.user))

    # --- the writing form -------------------------------------------------------------------------------------------

    def get_urls(self):
        own = [
            path("import/", self.admin_site.admin_view(self.new_from_text), name="articles_article_import"),
            path("<int:pk>/preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"),
            path("<int:pk>/send-back/", self.admin_site.admin_view(self.send_back), name="articles_article_send_back"),
            path("<int:pk>/withdraw/", self.admin_site.admin_view(self.withdraw), name="articles_article_withdraw"),
            path("<int:pk>/whom/", self.admin_site.admin_view(self.whom), name="articles_article_whom"),
            path("<int:pk>/schedule/", self.admin_site.admin_view(self.schedule), name="articles_article_schedule"),
        ]
        return own + editor_views.urls(self.admin_site) + super().get_urls()

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """Read the newest Revision, save a new one; no transaction is held while an editor's text is read."""
        article = self._article(request, object_id) if object_id else None
        may_edit = self.has_change_permission(request, article) if article else self.has_add_permission(request)
        if not may_edit and article is None:
            raise PermissionDenied
        if request.method == "POST":
            form = ArticleForm(request.POST)
            if not may_edit:
                return self._not_yours(request, article, form)
            if form.is_valid():
                return self._save(request, article, form)
        elif article:
            newest = revisions.newest(article)
            form = ArticleForm(initial=ArticleForm.initial_of(revisions.content_of(newest), newest.number))
        else:
            form = ArticleForm(initial={"base": 0})
        return self._show(request, article, form, may_edit, extra_context)

    def _article(self, request, object_id) -> Article:
        article = Article.objects.select_related("live_revision", "section").filter(pk=object_id).first()
        if article is None:
            raise Http404
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        return article

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
                messages.info(request, _t("What was saved in other fields meanwhile has been kept."))
        if "_submit" in request.POST:
            self._run(request, article, lambda: workflow.submit(article, by=by, now=now))
        elif "_publish" in request.POST:
            self._run(request, article, lambda: workflow.publish(article, by=by, now=now))
        else:
            messages.success(request, _t("Saved as version %(number)s.") % {"number": article.version})
        if "_decide" in request.POST:
            self._decide(request, article)
        if "_preview" in request.POST:
            return redirect("admin:articles_article_preview", article.pk)
        for move in ("withdraw", "schedule", "send_back"):  # each asks a question of its own
            if f"_{move}" in request.POST:
                return redirect(f"admin:articles_article_{move}", article.pk)
        return redirect("admin:articles_article_change", article.pk)

    def _decide(self, request, article) -> None:
        """The button pressed beside a name, after the text itself is saved: whom it means, or who is new."""
        try:
            said = name_buttons.Pressed.read(request.POST["_decide"])
            for level, sentence in name_buttons.act(said, article, self._derived(article, request), by=request.user):
                messages.add_message(request, level, sentence)
        except PermissionDenied as error:
            messages.error(request, str(error))

    def _run(self, request, article, verb) -> bool:
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
                link = format_html(' <a href="{}">{}</a>', article.get_absolute_url(), _t("See it on the site"))
            messages.success(request, format_html("«{}»: {}.{}", article, state, link))
            return True
        return False

    def _conflict(self, request, article, form, conflict) -> HttpResponse:
        # Mine where both changed it, theirs in every other field: the next save begins from their version.
        initial = ArticleForm.initial_of(conflict.merged, conflict.theirs.number)
        again = ArticleForm(initial={**initial, "comment": form.cleaned_data["comment"]})
        response = self._show(request, article, again, True, {"conflict": conflicts.explain(conflict)})
        response.status_code = 409
        return response

    def _not_yours(self, request, article, form) -> HttpResponse:
        """Handed in or taken over while somebody wrote: nothing is saved, what they typed stays to be copied."""
        if not form.is_valid():
            raise PermissionDenied
        messages.error(request, _t("You may not change this article: it is not yours, or it has been handed in."))
        typed = ArticleForm(initial=ArticleForm.initial_of(form.content(), form.cleaned_data["base"] or 0))
        response = self._show(request, article, typed, False)
        response.status_code = 403
        return response

    def _show(self, request, article, form, may_edit, extra_context=None) -> HttpResponse:
        state = workflow.state_at(article, request.now) if article else Article.State.DRAFT
        form.fields["body"].disabled = not may_edit  # the editor heeds this alone, not the fieldset around it
        context = {
            **self.admin_site.each_context(request),
            "title": str(article) if article else _t("New article"),
            "opts": self.opts,
            "original": article,
            "article": article,
            "form": form,
            "media": with_nonce(self.media + form.media, request),
            "state": state,
            "edition": edition(request),
            "state_label": Article.State(state).label,
            "may_edit": may_edit,
            "may_publish": may_edit and self.has_publish_permission(request),
            "may_submit": may_edit
            and state == Article.State.DRAFT
            and request.user.has_perm("articles.submit_article"),
            "may_send_back": article is not None
            and state in workflow.MOVES["send_back"]
            and request.user.has_perm("articles.change_any_article"),
            "returned": self._returned(article) if article and state == Article.State.DRAFT else None,
            "may_withdraw": article is not None
            and workflow.may_withdraw(article, request.now)
            and request.user.has_perm("articles.withdraw_article"),
            "revisions": article.revisions.select_related("created_by").defer("data")[:12] if article else [],
            "named": self._named(article, request) if article else None,
            "lead": self._lead(form, request),
            "advice": advice.on_pictures(revisions.content_of(revisions.newest(article))) if article else [],
            "is_public": article is not None and article.is_begun(request.now) and not article.is_over(request.now),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/article/change_form.html", context)

    def _returned(self, article) -> ArticleEvent | None:
        """The editor's remark on a draft that was sent back and has not been handed in since."""
        moves = [ArticleEvent.Kind.RETURNED, ArticleEvent.Kind.SUBMITTED]
        last = article.events.filter(kind__in=moves).select_related("by").first()
        return last if last and last.kind == ArticleEvent.Kind.RETURNED else None

    def _lead(self, form, request):
        """The lead photo chosen in the form, as a small picture."""
        chosen = str(form["lead_photo"].value() or "")
        return pictures([int(chosen)], request.now, for_desk=True).get(int(chosen)) if chosen.isdecimal() else None

    def _credit_photo(self, request, form) -> None:
        """The credit the wire gave goes to a photo that has none; whoever may change photos does it by saving."""
        photo, credit = form.cleaned_data["lead_photo"], form.cleaned_data["lead_credit"]
        if photo and credit and not photo.credit_line and request.user.has_perm("media_assets.change_photo"):
            photo.credit_line = credit
            photo.save()
            messages.info(request, _t("The photo has taken over the credit “%(credit)s”.") % {"credit": credit})

    def _named(self, article, request) -> named.WhoIsNamed:
        """Who is named in the newest version, as readers would get it."""
        return named.who_is_named(article, self._derived(article, request))

    def _derived(self, article, request) -> publishing.Derived:
        newest = revisions.newest(article)
        published = page.published_at(article, newest, request.now)
        return publishing.derive(article, newest, published, is_out=article.is_begun(request.now))

    # --- pages of their own -----------------------------------------------------------------------------------------

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page of the newest version."""
        article = self._article(request, pk)
        response = render(request, page.of_revision(article, revisions.newest(article), request.now))
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def new_from_text(self, request: HttpRequest) -> HttpResponse:
        return intake.new_from_text(request, self)

    def send_back(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._article(request, pk)
        form = SendBackForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            remark = form.cleaned_data["remark"]
            if self._run(
                request, article, lambda: workflow.send_back(article, by=request.user, now=request.now, remark=remark)
            ):
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, _t("Send back"))

    def withdraw(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._article(request, pk)
        form = WithdrawForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data
            done = self._run(
                request,
                article,
                lambda: workflow.withdraw(article, by=request.user, now=request.now, **data),
            )
            if done:
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, _t("Withdraw"))

    def schedule(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._article(request, pk)
        form = ScheduleForm(request.POST or None, initial={"embargo_until": article.embargo_until})
        if request.method == "POST" and form.is_valid():
            data = form.cleaned_data
            done = self._run(
                request,
                article,
                lambda: workflow.schedule(
                    article, data["at"], by=request.user, now=request.now, embargo_until=data["embargo_until"]
                ),
            )
            if done:
                return redirect("admin:articles_article_change", pk)
        return self._ask(request, article, form, _t("Schedule"))

    def whom(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Somebody the engine did not think of: whom a printed name means, chosen from all people on record."""
        article = self._article(request, pk)
        names, context = request.GET.getlist("name"), request.GET.get("context", "")
        asked_well = names and decisions.can_be_kept(names, context)
        if not asked_well or not self.has_change_permission(request, article):
            raise PermissionDenied
        form = WhomForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            here = form.cleaned_data["where"] == WhomForm.HERE
            meant = form.cleaned_data["person"] or form.cleaned_data["organization"]
            decisions.decide(article, names, meant, by=request.user, context=context if here else "")
            messages.info(request, _t("«%(name)s» means: %(whom)s.") % {"name": names[0], "whom": meant})
            return redirect("admin:articles_article_change", pk)
        title = _t("Whom «%(name)s» means") % {"name": names[0]}
        return self._ask(request, article, form, title, button=_t("Choose"))

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


def sitting(request: HttpRequest) -> str:
    """One person's browser session, hashed: a second save from it is no conflict with the first."""
    key = request.session.session_key or ""
    return hashlib.sha256(key.encode()).hexdigest() if key else ""


def edition(request: HttpRequest) -> str:
    """The language chosen for a new article; the paper's own unless another of its editions is named."""
    chosen = request.POST.get("language", "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class NamedAdmin(PublicRecordAdmin):
    """Records that are found by their name; few enough to be searched and sorted as they are."""

    sortable_by = None

    def get_search_results(self, request, queryset, search_term):
        wanted = search_key(search_term)
        found = [
            record.pk for record in queryset if wanted in search_key(f"{record.name} {record.name_ky} {record.name_en}")
        ]
        return queryset.filter(pk__in=found), False


@admin.register(Section)
class SectionAdmin(NamedAdmin):
    list_display = ["name", "name_ky", "name_en", "slug", "position"]
    list_editable = ["position"]
    search_fields = ["name"]


@admin.register(Author)
class AuthorAdmin(NamedAdmin):
    list_display = ["name", "name_ky", "name_en", "user"]
    list_select_related = ["user"]
    search_fields = ["name"]
    autocomplete_fields = ["portrait", "user"]


@admin.register(Tag)
class TagAdmin(PublicRecordAdmin):
    list_display = ["name", "language", "slug"]
    sortable_by = ("slug",)
    list_filter = ["language"]
    search_fields = ["key"]
    search_column = "key"
    fields = ["name", "language", "slug", "description"]
