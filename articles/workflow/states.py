"""The states of an article and from which of them a verb may start."""

from datetime import datetime

from django.utils.translation import gettext as _

from media_assets.models import Photo

from ..models import Article

State = Article.State

# A live article stays published while its next version is a draft.
MOVES: dict[str, set[str]] = {
    "take": {State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN},
    "submit": {State.DRAFT},
    "send_back": {State.SUBMITTED},
    "embargo": {State.DRAFT, State.SUBMITTED, State.SCHEDULED},
    "schedule": {State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED},
    "publish": {State.DRAFT, State.SUBMITTED, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN},
    "roll_back": {State.PUBLISHED},
    "develop": {State.PUBLISHED},
    "note": {State.PUBLISHED, State.WITHDRAWN},
    "move": {State.PUBLISHED},
    # A story kept with a notice can still be taken away whole.
    "withdraw": {State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN},
}


class WorkflowError(Exception):
    """A move that was refused; ``reasons`` are sentences for the editor, every one there is."""

    def __init__(self, reasons: list[str]):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


def state_at(article: Article, now: datetime) -> str:
    """The state to show: a scheduled article whose instant has come is published, whoever has noticed."""
    if article.state == State.SCHEDULED and article.public_from and article.public_from <= now:
        return State.PUBLISHED
    return article.state


def may_withdraw(article: Article, now: datetime) -> bool:
    """There is something to take from readers, or a slot to give up."""
    is_gone = article.state == State.WITHDRAWN and (not article.is_begun(now) or article.is_over(now))
    return not is_gone and state_at(article, now) in MOVES["withdraw"]


def refuse(article: Article, verb: str, now: datetime, reasons: list[str]) -> None:
    """Raise WorkflowError with the reasons, and with the state when the verb cannot start from it."""
    state = state_at(article, now)
    if state not in MOVES[verb]:
        label = State(state).label
        reasons = [_("The article is “%(state)s”: this cannot be done now.") % {"state": label}, *reasons]
    if reasons:
        raise WorkflowError(reasons)


def standing(article: Article) -> tuple:
    """What a verb draws by: who finds another one when the row is locked was too late, and must look again."""
    return article.state, article.live_revision_id, article.updated_at, article.withdrawn_at


def move_state(article: Article, before: set[str], after: str) -> None:
    """Change the state if it is still what we saw."""
    if not Article.objects.filter(pk=article.pk, state__in=before).update(state=after):
        raise WorkflowError([_("Somebody has moved this article in the meantime: look at it again.")])
    article.state = after


def next_instant(now: datetime) -> datetime | None:
    """When the public site next changes by itself, as far as articles and their pictures know."""
    instants = [
        Photo.objects.next_instant(now),
        *(
            Article.objects.filter(**{f"{field}__gt": now}).order_by(field).values_list(field, flat=True).first()
            for field in ("public_from", "public_until", "pending_at", "developing_until")
        ),
    ]
    return min((instant for instant in instants if instant), default=None)
