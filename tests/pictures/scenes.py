"""What there is to see: every screen and the states an agent meets, each reached as an agent reaches it, by keys."""

from dataclasses import dataclass

from helpdesk.ui.kit import Place


@dataclass(frozen=True)
class Scene:
    """`keys` are pressed one after the other when the place is on display and something is chosen there; `text` is typed last
    into whatever has the focus."""

    name: str
    place: Place
    keys: tuple[str, ...] = ()
    text: str = ""


SCENES = (
    Scene("review", Place("review")),
    Scene("review-why", Place("review"), ("Y",)),
    Scene("review-rewrite", Place("review"), ("W",)),
    Scene("review-earlier", Place("review"), ("H",)),
    Scene("review-source", Place("review"), ("Alt+1",)),
    Scene("review-reject", Place("review"), ("R",)),
    Scene("review-escalate", Place("review"), ("E",)),
    Scene("review-hint", Place("review"), ("G",)),
    Scene("review-changed", Place("review"), ("I", "Ctrl+Shift+D")),
    Scene("review-together", Place("review"), ("B",)),
    Scene("inbox", Place("inbox")),
    Scene("inbox-search", Place("inbox"), ("/",), "status:new router"),
    Scene("inbox-reply", Place("inbox"), ("R",), "Dear customer, "),
    Scene("inbox-note", Place("inbox"), ("M",), "Called them, they wait for the parcel."),
    Scene("inbox-history", Place("inbox"), ("H",)),
    Scene("inbox-requester", Place("inbox"), ("Y",)),
    Scene("inbox-tags", Place("inbox"), ("T",)),
    Scene("inbox-assign", Place("inbox"), ("G",)),
    Scene("inbox-snooze", Place("inbox"), ("Z",)),
    Scene("inbox-marked", Place("inbox"), ("X", "J", "X")),
    Scene("inbox-summary", Place("inbox"), ("S",)),
    Scene("inbox-similar", Place("inbox"), ("L",)),
    Scene("inbox-new", Place("inbox"), ("N",)),
    Scene("inbox-outbox", Place("inbox"), ("O",)),
    Scene("palette", Place("inbox"), ("Ctrl+K",), "merge"),
    Scene("keys", Place("inbox"), ("?",)),
    Scene("knowledge", Place("knowledge")),
    Scene("insights", Place("insights")),
    *(Scene(f"insights-{n}", Place("insights"), ("Ctrl+PgDown",) * n) for n in range(1, 6)),
    Scene("preferences", Place("preferences")),
    Scene("help", Place("help")),
)
