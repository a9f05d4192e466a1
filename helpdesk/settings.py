"""Typed settings: TOML in the workspace, overridden by HELPDESK_* in the environment.

Each field carries its label, help and bounds; the preferences page is generated from them.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from helpdesk.domain.errors import BadInput, SettingsUnreadable
from helpdesk.domain.language import codes
from helpdesk.domain.letter import Tone, company_name, house_rules
from helpdesk.domain.lists import hosts, regions
from helpdesk.domain.mail_addresses import sender_address, sender_name
from helpdesk.domain.model_server import server_address
from helpdesk.domain.own_patterns import own_patterns
from helpdesk.domain.setting_values import checked, kept, toml
from helpdesk.domain.signatures import chosen, every, signatures

FILE = "settings.toml"


def setting(default: Any, section: str, label: str, help: str, **shape: Any) -> Any:
    """A field of Settings. `shape` may hold `choices` (one of them), `several` (any of them, separated by commas),
    `least`, `most`, `kind` ('folder', 'text') and `check`, which raises ValueError for a text that cannot be used."""
    return field(default=default, metadata={"section": section, "label": label, "help": help, **shape})


@dataclass(frozen=True)
class Settings:
    agent_name: str = setting(
        "Agent", "You", "Your name", "Shown to customers under replies and in the activity log.", check=sender_name
    )
    agent_email: str = setting(
        "support@example.com", "You", "Reply address", "The From address of replies.", check=sender_address
    )
    company: str = setting("Our team", "You", "Company", "Named in greetings and closings.", check=company_name)
    signature: str = setting("", "You", "Signature", "Put under every reply; empty uses your name and company.", kind="text")
    signatures: str = setting(
        "",
        "You",
        "Signatures by language",
        "For customers of that language instead of the one above: begin each with its code on a line of its own, like [de].",
        kind="text",
        check=signatures,
    )

    writer: str = setting(
        "auto",
        "Drafting",
        "Who drafts",
        "Automatic asks the local model when it is reachable and quotes the knowledge base otherwise.",
        choices=("auto", "excerpts", "ollama"),
    )
    ollama_host: str = setting(
        "http://127.0.0.1:11434",
        "Drafting",
        "Model server",
        "Address of the Ollama server. Only this host is ever contacted.",
        check=server_address,
    )
    ollama_remote_confirmed: str = setting(
        "",
        "Drafting",
        "Confirmed model server",
        "A server on another computer is asked only when its address stands here too: customers' texts go there.",
    )
    ollama_model: str = setting("", "Drafting", "Model", "Name of the model; empty takes the first one that can chat.")
    num_ctx: int = setting(4096, "Drafting", "Context window", "Tokens the model reads at once.", least=2048, most=131072)
    first_token_seconds: int = setting(
        600, "Drafting", "Wait for first word", "Seconds to wait while a model loads.", least=5, most=3600
    )
    stall_seconds: int = setting(
        60, "Drafting", "Wait between words", "Seconds of silence before a draft is given up.", least=2, most=600
    )
    passages: int = setting(
        5,
        "Drafting",
        "Passages per draft",
        "How many passages a draft may stand on; each may bring its neighbours.",
        least=1,
        most=12,
    )
    draft_when_idle: bool = setting(
        True,
        "Drafting",
        "Spare the computer",
        "On battery, or while the computer is busy, a model writes only drafts that somebody waits for.",
    )

    languages: str = setting(
        "en, de, fr, es, it, pt, nl, pl",
        "Drafting",
        "Languages of your customers",
        "Two-letter codes with commas between. The first one is used when a message's language cannot be told.",
        check=codes,
    )

    tone: str = setting(
        Tone.NEUTRAL.value,
        "Drafting",
        "Tone",
        "How letters greet and close, and how the model is told to write.",
        choices=tuple(tone.value for tone in Tone),
    )
    house_rules: str = setting(
        "",
        "Drafting",
        "House rules",
        "Told to the model with every draft, after the rules every desk has. At most 600 characters.",
        kind="text",
        check=house_rules,
    )
    use_past_answers: bool = setting(
        False,
        "Drafting",
        "Learn from sent answers",
        "Replies you approved are kept without anything of their customers, and shown to the model as an example when a like "
        "message comes.",
    )

    never_auto: str = setting(
        "refund, cancellation, complaint, privacy, wants-person",
        "Privacy and safety",
        "A person decides about",
        "A draft about one of these is never recommended for sending, however sure it is. Danger, legal threats, security "
        "reports, anger, the press, advertising and orders to the program always go to a person.",
        several=("refund", "cancellation", "complaint", "privacy", "wants-person", "urgent"),
    )
    link_hosts: str = setting(
        "",
        "Privacy and safety",
        "Links to your own sites",
        "Hosts a draft may link to although no cited passage does, like help.example.com, www.example.com. "
        "Everything below them counts too.",
        check=hosts,
    )
    phone_regions: str = setting(
        "US, GB, DE, FR",
        "Privacy and safety",
        "Countries of your customers",
        "Two-letter codes of the countries whose phone numbers are recognised without their country code.",
        check=regions,
    )
    redact_patterns: str = setting(
        "",
        "Privacy and safety",
        "Also hide",
        "What only you would call personal: one NAME = pattern a line, like CUSTOMER = NL-[0-9]{6}. "
        "Models, logs and the desk's memory get {CUSTOMER_1} instead.",
        kind="text",
        check=own_patterns,
    )

    embedder: str = setting(
        "built-in",
        "Knowledge",
        "Search by meaning with",
        "built-in needs no files; fastembed uses the model folder below.",
        choices=("built-in", "fastembed"),
    )
    model_folder: str = setting("", "Knowledge", "Model folder", "Folder of a sentence-embedding model (ONNX).", kind="folder")
    threads: int = setting(
        0, "Knowledge", "Threads for embedding", "0 uses all of two processors, and of more all but one.", least=0, most=64
    )

    reranker_folder: str = setting(
        "",
        "Knowledge",
        "Second look with",
        "Folder of a cross-encoder (ONNX) that reads question and passage together. Empty: no second look.",
        kind="folder",
    )
    reranker_ms: int = setting(
        300,
        "Knowledge",
        "Time for the second look",
        "Milliseconds a search may take longer; what is not done by then is left as it was found.",
        least=20,
        most=10_000,
    )

    review_line: float = setting(
        0.65,
        "Review",
        "Ordering line",
        "Drafts below it come first in the queue. An uncertified default: it orders, it never sends.",
        least=0.0,
        most=1.0,
    )
    after_ticket: str = setting(
        "next",
        "Review",
        "After a ticket is dealt with",
        "What the inbox shows when a reply was sent or a ticket solved: the next ticket of the list, or the same one still.",
        choices=("next", "stay"),
    )
    undo_seconds: int = setting(15, "Review", "Undo time", "Seconds a reply waits before it leaves.", least=0, most=600)
    claim_minutes: int = setting(
        10, "Review", "Claim lasts", "Minutes a draft stays yours while you work on it.", least=1, most=240
    )

    audit_share: float = setting(
        0.05,
        "Confidence",
        "Checked by a person, at least",
        "Of the answers that could go out by themselves, this share goes to a person all the same, drawn by lot: it is how the "
        "desk knows that they are still right. More are drawn at first, and all of them until something is proven.",
        least=0.05,
        most=1.0,
    )
    test_share: float = setting(
        0.02,
        "Confidence",
        "Test drafts",
        "While a goal is set, this share of drafts gets an error planted before it is reviewed, to learn how many wrong drafts "
        "are noticed. Nothing planted is ever sent, and the reviewer is told at once. 0 plants none.",
        least=0.0,
        most=0.2,
    )
    ask_for_rating: str = setting(
        "never",
        "Ratings",
        "Ask how the answer was",
        "Puts one line under replies until the customer has answered it once, or sends a mail of its own when a ticket was "
        "solved, one a ticket: a number from 1 to 5, by mail. The customer's answer opens no ticket.",
        choices=("never", "replies that solve", "every reply", "a mail of its own"),
    )
    rating_hours: int = setting(
        24, "Ratings", "Hours until the mail", "How long after solving the mail of its own leaves.", least=1, most=720
    )
    rating_mail: str = setting(
        "",
        "Ratings",
        "Words of the mail by language",
        "Instead of the usual ones: begin each with the code of its language on a line of its own, like [de]. Variables as in "
        "macros. Ask for a number from 1 (poor) to 5 (very good).",
        kind="text",
        check=signatures,
    )
    rating_words: str = setting(
        "",
        "Ratings",
        "Words of the question",
        "Instead of the usual question, for customers of every language. Ask for a number from 1 (poor) to 5 (very good).",
        kind="text",
    )
    blind_review: bool = setting(
        False,
        "Confidence",
        "Review blind",
        "Hides score and reasons until a draft is decided, and orders the queue by waiting time: nobody is led by the number.",
    )
    auto_undo_seconds: int = setting(
        120,
        "Confidence",
        "Undo time of the desk",
        "Seconds an answer that goes out by itself waits before it leaves.",
        least=30,
        most=3600,
    )
    auto_per_customer: int = setting(
        2,
        "Confidence",
        "Answers a customer and day",
        "More than so many never go out by themselves to one address in 24 hours; a person takes over.",
        least=1,
        most=20,
    )
    auto_surge: float = setting(
        3.0,
        "Confidence",
        "Alarm above the usual hour",
        "When so many times the answers of a usual hour could go out by themselves, all wait for a person and an alarm is "
        "raised.",
        least=1.5,
        most=20.0,
    )
    auto_surge_least: int = setting(
        10,
        "Confidence",
        "Alarm not below",
        "Fewer answers an hour than this are never too many, whatever is usual.",
        least=2,
        most=1000,
    )

    drop_folder: str = setting(
        "", "Channels", "Drop folder", "Mails and tables put here become tickets. Empty: not watched.", kind="folder"
    )
    outbox_folder: str = setting(
        "", "Channels", "Outbox folder", "Replies are filed here as .eml. Empty: outbox in the workspace.", kind="folder"
    )

    notify: str = setting(
        "overdue, mentions, drafts, replies, rules",
        "Desktop",
        "Notifications",
        "What the system shows a notification of while you are in another program; at most four in ten minutes.",
        several=("overdue", "mentions", "drafts", "replies", "rules"),
    )
    close_to_tray: bool = setting(
        False,
        "Desktop",
        "Closing leaves it in the tray",
        "Closing the window hides it, and the desk goes on; quit it from its icon. Without a tray, closing ends the program.",
    )
    start_minimised: bool = setting(
        False, "Desktop", "Start out of the way", "The window starts in the tray when closing leaves it there, else minimised."
    )

    language: str = setting(
        "system",
        "Look",
        "Language",
        "Of the window, its numbers and its dates; customers are answered in theirs. Used when the window is opened next.",
        choices=("system", "en", "de"),
    )
    theme: str = setting("system", "Look", "Theme", "Light, dark, or as the system says.", choices=("system", "light", "dark"))
    contrast: str = setting(
        "system",
        "Look",
        "Contrast",
        "High contrast has black or white grounds, darker lines and text of at least 7 to 1.",
        choices=("system", "normal", "high"),
    )
    text_size: int = setting(
        100,
        "Look",
        "Text size",
        "Percent of the size the system asks for. Columns take their new width when the window is opened next.",
        least=100,
        most=200,
    )
    density: str = setting(
        "comfortable",
        "Look",
        "Density",
        "Compact shows more rows and has less room around words.",
        choices=("comfortable", "compact"),
    )

    @property
    def letter_signature(self) -> str:
        """What stands under a reply in a language that has no signature of its own."""
        return self.signature.strip() or f"{self.agent_name}\n{self.company}"

    @property
    def every_signature(self) -> str:
        """What may stand under a letter, in whatever language: each APART. No claim is read in them and nothing is learned."""
        return every(self.signatures, self.letter_signature)

    def signature_in(self, language: str) -> str:
        """What stands under a reply to a customer of that language; a code, '' when it is not known."""
        return chosen(self.signatures, language, self.letter_signature)


def load(workspace: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Defaults, then the file, then the environment. Raises SettingsUnreadable, BadInput naming the setting."""
    file = workspace / FILE
    values: dict[str, Any] = {}
    if file.exists():
        try:
            values = tomllib.loads(file.read_text("utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SettingsUnreadable(file, getattr(error, "lineno", 0) or 0, str(error)) from error
    settings = Settings()
    known = {f.name: f for f in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            raise BadInput(str(file), 0, f"unknown setting {name!r}")
        settings = replace(settings, **{name: kept(known[name], value, str(file))})
    for name, text in (os.environ if environment is None else environment).items():
        key = name.removeprefix("HELPDESK_").lower()
        if name.startswith("HELPDESK_") and key in known:
            settings = replace(settings, **{key: checked(known[key], text, f"environment {name}")})
    return settings


def save(workspace: Path, settings: Settings, environment: Mapping[str, str] | None = None) -> None:
    """Writes what differs from the defaults, by one rename; where the environment decides the file stays. Raises OSError."""
    try:
        in_force, own = load(workspace, environment), load(workspace, {})
    except (SettingsUnreadable, BadInput):
        in_force = own = settings
    lines = []
    for spec in fields(Settings):
        said = own if getattr(settings, spec.name) == getattr(in_force, spec.name) else settings
        if (value := getattr(said, spec.name)) != spec.default:
            lines.append(f"{spec.name} = {toml(value)}")
    fresh = (workspace / FILE).with_suffix(".new")
    fresh.write_text("\n".join(lines) + "\n", "utf-8")
    fresh.chmod(0o600)
    fresh.replace(workspace / FILE)
