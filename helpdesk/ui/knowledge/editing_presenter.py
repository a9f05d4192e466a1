"""Editing an article: previewed and kept as it is typed, what it would touch said first, a change on disk never overwritten."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Protocol

from helpdesk.domain.article import ArticleText
from helpdesk.domain.article_history import ArticlePreview
from helpdesk.domain.errors import FileMoved, FolderGone
from helpdesk.domain.ids import ArticleId, RevisionId
from helpdesk.domain.word_diff import word_diff
from helpdesk.ui.bridge import Bridge, Delays, Handle
from helpdesk.ui.knowledge.article_presenter import no_file
from helpdesk.ui.knowledge.confirm import Question
from helpdesk.ui.knowledge.unsaved_keeper import Edit, UnsavedKeeper, found_words
from helpdesk.ui.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpdesk.domain.article_history import UnsavedEdit
    from helpdesk.domain.word_diff import Change
    from helpdesk.services.desk import Desk

PREVIEW_MS = 400
KEEP_MS = 250


class EditingView(Protocol):
    def show_edit(self, source: str) -> str:
        """Puts the text into the editor; gives it back as the editor spells it."""
        ...

    def show_preview(self, preview: ArticlePreview) -> None: ...

    def show_edit_state(self, words: str, can_save: bool) -> None: ...

    def show_conflict(self, path: str, changes: "Sequence[Change]") -> None:
        """`changes` lead from the text on disk to the one typed here."""
        ...

    def ask(self, question: Question, act: "Callable[[], object]", other: "Callable[[], object] | None" = None) -> None: ...

    def edit_saved(self, article: ArticleText) -> None: ...

    def offer_unsaved(self, found: "Sequence[UnsavedEdit]") -> None:
        """What was typed before this window was opened, newest first."""
        ...

    def show_article_trouble(self, error: Exception) -> None: ...

    def say(self, words: str) -> None: ...


class EditingPresenter:
    """What was typed into an article is kept, wherever one goes meanwhile, until it is saved or undone."""

    def __init__(self, view: EditingView, bridge: Bridge, delays: Delays) -> None:
        self._view = view
        self._bridge = bridge
        self._desk: Desk | None = None
        self._edits: dict[ArticleId, Edit] = {}
        self._edit: Edit | None = None
        self._asked: Handle | None = None
        self._saving = False
        self._previewing = delays(PREVIEW_MS, self._preview)
        self._keeper = UnsavedKeeper(bridge, view.offer_unsaved, view.show_article_trouble)
        self._keeping = delays(KEEP_MS, self._keep_typed)

    def desk_ready(self, desk: "Desk") -> None:
        self._desk = desk
        self._keeper.desk_ready(desk)

    @property
    def unsaved(self) -> list[str]:
        """Titles of the articles that were edited in this window and not saved."""
        return [edit.article.title for edit in self._edits.values() if edit.touched]

    def waiting(self, article_id: ArticleId) -> str:
        """Says that the article has unsaved changes; empty when it has none."""
        edit = self._edits.get(article_id)
        typed = tr("Your unsaved changes are here.") if edit is not None and edit.touched else ""
        return self._keeper.waiting(article_id) or typed

    def open(self, article: ArticleText) -> None:
        """The unsaved edit of that article if there is one, else its text in force. What is being typed is left alone, whatever
        became of the article meanwhile: saving it then shows the difference."""
        self._keeping.flush()
        left = self._keeper.take_up(article)
        if left is not None:
            self._take_up(left)
        edit = self._edits.get(article.id)
        self._edits = {kept.article.id: kept for kept in self._edits.values() if kept.touched}
        if edit is not None and edit.touched:
            edit.article = article
            if self._edit is not edit:
                self._show(edit, edit.text)
        elif edit is None or edit.base != article.revision_id or self._edit is not edit:
            edit = Edit(article, article.revision_id)
            edit.opened = edit.text = self._show(edit, article.source)
        self._edits[article.id] = edit
        self._tell()
        self._preview()

    def _show(self, edit: Edit, source: str) -> str:
        """The text as the editor spells it; what it says of it meanwhile counts as nobody's typing."""
        self._edit = None
        given_back = self._view.show_edit(source)
        self._edit = edit
        return given_back

    def typed(self, text: str) -> None:
        if self._edit is not None and text != self._edit.text:
            self._edit.text, self._edit.found_at = text, None
            self._tell()
            self._previewing.start()
            self._keeping.start()

    def revert(self) -> None:
        """Back to the text in force."""
        edit = self._edit
        if edit is not None:
            self._let_go(edit)
            self.open(edit.article)

    def ask_to_save(self) -> None:
        """What stands on the article is shown first, if there is anything."""
        edit, desk = self._edit, self._desk
        if edit is None or desk is None or not edit.touched or self._saving:
            return
        text = edit.text
        self._hold(True)
        self._bridge.call(
            lambda: desk.articles.preview(edit.article.id, text), partial(self._weigh, edit, text), partial(self._lost, edit)
        )

    def save_in_desk(self) -> None:
        self._save_now(also_file=False)

    def take_theirs(self) -> None:
        """The file as it is on disk now; what was typed here goes."""
        self._read_again(keep=False)

    def keep_mine(self) -> None:
        """The file on disk becomes a version of the article, and the text typed here goes on from it."""
        self._read_again(keep=True)

    # Inside

    def _weigh(self, edit: Edit, text: str, preview: ArticlePreview) -> None:
        self._hold(False)
        if preview.failure is not None:
            self._view.show_preview(preview)
            self._view.say(tr("Not saved: the text could not be read as an article. The line is marked."))
        elif preview.impact:
            words = tr(
                "It is written to {path} and serves at once. The version before stays in the history.", path=edit.article.path
            )
            self._view.ask(Question(tr("Save this change?"), words, tr("Save"), preview.impact), self._save_now)
        else:
            self._save_now()

    def _save_now(self, also_file: bool = True) -> None:
        edit, desk = self._edit, self._desk
        if edit is None or desk is None or self._saving:
            return
        self._hold(True)
        text = edit.text
        work = partial(desk.articles.save, edit.article.id, edit.base, text, also_file=also_file)
        said = (
            tr("Saved to {path}.", path=edit.article.path)
            if also_file
            else tr("Saved in the desk; the file was left as it is.")
        )
        self._bridge.call(work, partial(self._saved, edit, text, said), partial(self._lost, edit), keep=True)

    def _saved(self, edit: Edit, text: str, said: str, revision_id: RevisionId) -> None:
        """What was typed while it was being saved goes on from what was saved."""
        self._hold(False)
        self._view.say(said)
        if edit.text == text:
            self._let_go(edit)
        else:
            edit.base, edit.opened, edit.kept = revision_id, text, None
            self._keeper.keep(edit)
        self._view.edit_saved(edit.article)

    def _lost(self, edit: Edit, error: Exception) -> None:
        """Not saved: the text stays in the editor."""
        self._hold(False)
        if isinstance(error, FileMoved) and self._edit is edit:
            self._lay_open(edit, error)
        elif isinstance(error, FolderGone) and self._edit is edit:
            self._view.ask(no_file(error), self.save_in_desk)
        else:
            self._view.show_article_trouble(error)

    def _lay_open(self, edit: Edit, error: FileMoved) -> None:
        work = partial(asyncio.to_thread, word_diff, error.disk_text, edit.text)
        show = partial(self._view.show_conflict, edit.article.path)
        self._bridge.call(work, show, self._view.show_article_trouble)

    def _read_again(self, keep: bool) -> None:
        edit, desk = self._edit, self._desk
        if edit is None or desk is None:
            return

        async def read() -> ArticleText:
            await desk.articles.read_again(edit.article.id)
            return await desk.articles.article(edit.article.id)

        self._bridge.call(read, partial(self._theirs_read, edit, keep), self._view.show_article_trouble, keep=True)

    def _theirs_read(self, edit: Edit, keep: bool, article: ArticleText) -> None:
        if keep:
            edit.article, edit.base, edit.kept = article, article.revision_id, None
            self._keeper.keep(edit)
            self._tell()
            self._view.say(tr("The file was read in. Your text is still here: save it again to put it in force."))
        else:
            self._let_go(edit)
            self._view.edit_saved(article)

    def _take_up(self, edit: Edit) -> None:
        """Goes on where an earlier window was left. The text in force passes through the editor once, to know its spelling."""
        left = edit.text
        edit.opened = self._show(edit, edit.article.source)
        edit.text = self._show(edit, left)
        self._edits[edit.article.id] = edit
        self._keeper.keep(edit)

    def _let_go(self, edit: Edit) -> None:
        """Nothing of it is unsaved any more."""
        self._keeping.stop()
        self._edits.pop(edit.article.id, None)
        if self._edit is edit:
            self._edit = None
        self._keeper.forget(edit)

    def _keep_typed(self) -> None:
        if self._edit is not None:
            self._keeper.keep(self._edit)

    def _hold(self, saving: bool) -> None:
        self._saving = saving
        self._tell()

    def _tell(self) -> None:
        if self._saving:
            self._view.show_edit_state(tr("Saving…"), False)
        elif self._edit is not None:
            touched, moved = self._edit.touched, self._edit.base != self._edit.article.revision_id
            said = tr("Not saved yet; the article changed meanwhile, saving shows how") if moved else tr("Not saved yet")
            before = f"{found_words(self._edit.found_at)} " if self._edit.found_at else ""
            self._view.show_edit_state(f"{before}{said}" if touched else tr("No change"), touched)

    def _preview(self) -> None:
        edit, desk = self._edit, self._desk
        if self._asked is not None:
            self._asked.cancel()
        if edit is not None and desk is not None:
            text = edit.text
            self._asked = self._bridge.call(
                lambda: desk.articles.preview(edit.article.id, text),
                self._view.show_preview,
                self._view.show_article_trouble,
            )
