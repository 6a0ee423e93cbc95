"""“New article from text” at the desk: paste or upload, look at every guess, change it, save.

Two steps. The first reads and writes nothing but pictures that came inside a document; the second writes what the
editor agreed to.
"""

import json
from dataclasses import asdict, replace
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from media_assets.ingest import NotAPhoto, ingest
from media_assets.models import Photo
from people.attesting import Told
from people.models import Organization, Person, Post
from people.names.records import NameParts

from .body import plain, quotations
from .content import Content
from .editor import with_nonce
from .forms import ArticleForm
from .importing import (
    BroughtIn,
    Intake,
    NamedPerson,
    bring_in,
    examine,
    key_of,
    picture_of,
    refusal,
    speakers_of,
    words_of,
)
from .wire import Repair, Wire, WireError, find_repairs, mended, mended_html, read

_BETWEEN = " — "
_ACTING = "и. о. "
_OFFICE, _ORGANIZATION = Post._meta.get_field("label").max_length, Organization._meta.get_field("name").max_length


class TextForm(forms.Form):
    """A wire text, pasted or as a file, and the picture that goes with it."""

    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 18, "class": "wire-text", "autofocus": True}),
        help_text=_("Paste the whole text: headline, date, caption, source of the photo."),
    )
    file = forms.FileField(label=_("Or a file"), required=False, help_text=_(".docx, .txt, .md, .html"))
    photo = forms.FileField(
        label=_("Picture"), required=False, help_text=_("The one the caption is for, if you have it.")
    )

    def wires(self) -> list[Wire]:
        """The texts in what was sent; a file goes before pasted words."""
        file = self.cleaned_data["file"]
        if file:
            return read(file.read(), file.name)
        return read(self.cleaned_data["text"])


class ReviewForm(ArticleForm):
    """One text as it would be saved. ``key`` is the text's own, whatever the editor then changes in it."""

    take = forms.BooleanField(label=_("Bring this text in"), required=False, initial=True)
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)


def _named_input(label) -> forms.TextInput:
    """An input that says its own name: in the table its label is only the column's."""
    return forms.TextInput(attrs={"placeholder": label, "aria-label": label})


class PersonForm(forms.Form):
    """Somebody the text names: who that is on record, the name in the nominative, the offices it gives."""

    wanted = forms.BooleanField(label=_("Record"), required=False)
    choice = forms.ChoiceField(label=_("On record"), required=False)
    given = forms.CharField(label=_("Given name"), max_length=120, required=False, widget=_named_input(_("Given name")))
    patronymic = forms.CharField(
        label=_("Patronymic"), max_length=120, required=False, widget=_named_input(_("Patronymic"))
    )
    family = forms.CharField(
        label=_("Family name"), max_length=120, required=False, widget=_named_input(_("Family name"))
    )
    gender = forms.ChoiceField(label=_("Gender"), choices=[("", "—"), *Person.Gender.choices], required=False)
    offices = forms.CharField(
        label=_("Offices"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line: office — organization."),
    )
    told = forms.CharField(widget=forms.HiddenInput, required=False)
    place = forms.IntegerField(label=_("From the left"), required=False, min_value=0, max_value=99)
    office_worded = forms.CharField(widget=forms.HiddenInput, required=False)
    known = forms.CharField(widget=forms.HiddenInput, required=False)

    NEW, ASK = "new", "ask"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ids = [int(each) for each in str(self["known"].value() or "").split(",") if each.isdigit()]
        self.people = Person.objects.in_bulk(ids)
        choices = [(str(pk), _described(person)) for pk, person in self.people.items()]
        asking = [(self.ASK, _("choose later"))] if len(choices) > 1 else []
        self.fields["choice"].choices = [*asking, *choices, (self.NEW, _("new person"))]
        for name in ("wanted", "choice", "gender", "offices", "place"):
            # as the inputs of the name do: in the table a label is only the column's
            self.fields[name].widget.attrs["aria-label"] = self.fields[name].label

    def clean(self):
        data = super().clean()
        for line in str(data.get("offices") or "").splitlines():
            if line.strip() and _BETWEEN not in line:
                self.add_error("offices", _t("Write the organization too: office — organization."))
        if data.get("wanted") and not (data.get("given") or data.get("family")):
            self.add_error("family", _("Write a family name or a given name, or take the tick off."))
        for told in _offices(data.get("offices", ""), data.get("told", "")):
            if not told.label or len(told.label) > _OFFICE or len(told.organization) > _ORGANIZATION:
                self.add_error(
                    "offices", _("Write a short office, a dash and its organization on a line of their own.")
                )
        return data

    def named(self) -> NamedPerson:
        data = self.cleaned_data
        named = NamedPerson(
            NameParts(data["given"].strip(), data["patronymic"].strip(), data["family"].strip(), data["gender"]),
            offices=_offices(data["offices"], data["told"]),
            known=list(self.people.values()),
            is_wanted=data["wanted"],
            place=data["place"] or 0,
            office_worded=data["office_worded"],
        )
        if data["choice"] == self.NEW:
            named.known, named.others = [], named.known
        elif data["choice"].isdigit():
            named.choice = self.people.get(int(data["choice"]))
        return named

    @staticmethod
    def initial_of(named: NamedPerson) -> dict[str, object]:
        return {
            "wanted": named.is_wanted,
            "choice": str(named.choice.pk) if named.choice else (PersonForm.ASK if named.known else PersonForm.NEW),
            "given": named.name.given,
            "patronymic": named.name.patronymic,
            "family": named.name.family,
            "gender": named.name.gender,
            "offices": "\n".join(_line(told) for told in named.offices),
            "told": json.dumps([asdict(told) for told in named.offices], ensure_ascii=False),
            "place": named.place or None,
            "office_worded": named.office_worded,
            "known": ",".join(str(person.pk) for person in named.known),
            "why": named.why,
        }


class BasePeopleFormSet(forms.BaseFormSet):
    """Everybody a text names; two of them cannot stand in one place of the picture."""

    def clean(self):
        places: set[int] = set()
        for form in self.forms:
            place = form.cleaned_data.get("place") if form.is_valid() else None
            if place and place in places:
                form.add_error("place", _("Two persons cannot have the same place: number them from the left."))
            places |= {place} if place else set()


PeopleFormSet = forms.formset_factory(PersonForm, BasePeopleFormSet, extra=0)


def _described(person: Person) -> str:
    offices = person.memberships.latest_first().select_related("post", "organization")[:2]
    return " · ".join([person.sort_name, *(membership.label_on() for membership in offices)])


def _line(told: Told) -> str:
    return f"{_ACTING if told.acting else ''}{told.label}{_BETWEEN}{told.organization}"


def _offices(lines: str, told_json: str) -> list[Told]:
    """The offices as the editor left them; what the text told of an organization is kept with it."""
    try:
        told = [Told(**each) for each in json.loads(told_json or "[]")]
    except (ValueError, TypeError):
        told = []  # the field is ours; somebody else's words in it tell nothing
    by_organization = {each.organization: each for each in told}
    offices = []
    for line in filter(None, (line.strip() for line in lines.splitlines())):
        label, _between, organization = (part.strip() for part in line.partition(_BETWEEN))
        acting, label = label.startswith(_ACTING), label.removeprefix(_ACTING).strip()
        plain = Told(label, organization, classification=Organization.Classification.OTHER)
        offices.append(replace(by_organization.get(organization, plain), label=label, acting=acting))
    return offices


class Review:
    """One text under review: its form, its people, and what was guessed, removed and could be repaired."""

    def __init__(self, number: int, data=None, wire: Wire | None = None, photo: Photo | None = None):
        prefix = f"t{number}"
        self.wire = wire
        if wire is None:
            self.form = ReviewForm(data, prefix=prefix)
            self.people = PeopleFormSet(data, prefix=f"{prefix}-people")
            self.accepted = set(data.getlist(f"{prefix}-repair"))
            return
        self.accepted = set()
        intake = examine(wire)
        content = replace(intake.content, lead_photo=photo.pk if photo else None)
        initial = {**ReviewForm.initial_of(content, 0), "language": intake.language, "key": intake.key, "take": True}
        self.form = ReviewForm(initial=initial, prefix=prefix)
        rows = [PersonForm.initial_of(named) for named in intake.people]
        self.people = PeopleFormSet(initial=rows, prefix=f"{prefix}-people")

    @property
    def quotes(self) -> list[tuple[str, str]]:
        """The words of each quote in the body and the person they would be given to, or nobody."""
        body = str(self.form["body"].value() or "")
        names = {key_of(named): named.full for named in self._names()}
        return [
            (quotation.words, names.get(speaker, ""))
            for quotation, speaker in zip(quotations(body), speakers_of(body), strict=True)
        ]

    def _names(self) -> list[NameParts]:
        fields = ("given", "patronymic", "family")
        written = ((str(form[field].value() or "") for field in fields) for form in self.people)
        return [NameParts(given, patronymic, family) for given, patronymic, family in written]

    @property
    def is_taken(self) -> bool:
        return bool(self.form["take"].value())

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.people.is_valid()])

    def bring_in(self, by, now) -> BroughtIn:
        data = self.form.cleaned_data
        content = _mended(self.form.content(), [each for each in self.repairs if each.before in self.accepted])
        people = [form.named() for form in self.people]
        intake = Intake(content, data["language"], people, data["key"], speakers_of(content.body))
        return bring_in(intake, by=by, now=now, photo=data["lead_photo"])

    @property
    def repairs(self) -> list[Repair]:
        """Words that look mistyped in what stands in the form now; the editor ticks those to replace."""
        words = [str(self.form[name].value() or "") for name in _MENDED]
        return list(find_repairs("\n".join([plain(words[0]), *words[1:]])))

    @property
    def media(self):
        return self.form.media


# The body comes first: it alone is HTML.
_MENDED = ("body", "headline", "lede", "lead_caption", "lead_credit", "dateline", "source", "tags")


def _mended(content: Content, repairs: list[Repair]) -> Content:
    words: dict[str, Any] = {name: mended(getattr(content, name), repairs) for name in _MENDED[1:-1]}
    tags = tuple(mended(tag, repairs) for tag in content.tags)
    return replace(content, body=mended_html(content.body, repairs), tags=tags, **words)


def new_from_text(request: HttpRequest, model_admin) -> HttpResponse:
    """The page of both steps."""
    if not model_admin.has_add_permission(request):
        raise PermissionDenied
    if "review" in request.POST:
        return _second_step(request, model_admin)
    form = TextForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            wires = form.wires()
            upload = form.cleaned_data["photo"]
            first_photo = _first_photo(upload, wires[0], request.user)
            reviews = [
                Review(number, wire=wire, photo=first_photo if number == 0 else _first_photo(None, wire, request.user))
                for number, wire in enumerate(wires)
            ]
            return _show(request, model_admin, reviews=reviews)
        except WireError as error:
            form.add_error("file" if form.cleaned_data["file"] else "text", refusal(error))
        except NotAPhoto as error:
            form.add_error("photo", str(error))
    return _show(request, model_admin, text_form=form)


def _first_photo(upload, wire: Wire, by) -> Photo | None:
    if upload:
        if not by.has_perm("media_assets.add_photo"):
            raise NotAPhoto(_t("Your role does not add photos: leave the picture to the photo desk."))
        caption = wire.captions[0] if wire.captions else None
        return ingest(upload, upload.name, by, **(words_of(caption.text, caption.credit) if caption else {}))[0]
    return picture_of(wire, examine(wire), by) if wire.pictures else None


def _second_step(request: HttpRequest, model_admin) -> HttpResponse:
    count = min(int(request.POST["review"]) if request.POST["review"].isdigit() else 1, 50)
    reviews = [Review(number, data=request.POST) for number in range(count)]
    valid = [review.is_valid() for review in reviews if review.is_taken]  # every one: all errors at once
    if not all(valid):
        return _show(request, model_admin, reviews=reviews)
    brought = []
    for review in reviews:
        if not review.is_taken:
            continue
        try:
            brought.append(review.bring_in(request.user, request.now))
        except PermissionDenied as error:  # the text is here already and somebody else's; the others come in
            messages.error(request, f"«{review.form.cleaned_data['headline']}»: {error}")
    if not brought:
        return _show(request, model_admin, reviews=reviews)
    for result in brought:
        messages.success(request, f"«{result.article}»: {OUTCOMES[result.outcome]}")
        for remark in result.remarks:
            messages.warning(request, remark)
    if len(brought) == 1:
        return redirect("admin:articles_article_change", brought[0].article.pk)
    return redirect("admin:articles_article_changelist")


OUTCOMES = {
    "created": _("a new draft."),
    "updated": _("was here already; the draft has been updated."),
    "appended": _("was here already and is published; the changes are a draft version."),
    "unchanged": _("was here already; nothing has changed."),
}


def _show(request: HttpRequest, model_admin, *, text_form=None, reviews=None) -> HttpResponse:
    media = model_admin.media
    for each in [text_form] if text_form else reviews:
        media = media + each.media
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _t("New article from text"),
        "opts": model_admin.opts,
        "text_form": text_form,
        "reviews": reviews,
        "media": with_nonce(media, request),
    }
    return TemplateResponse(request, "admin/articles/article/import.html", context)
