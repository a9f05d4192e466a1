"""What else people call a command: the palette finds it by these too, and does not show them."""

from collections.abc import Mapping

from helpdesk.ui.language import Words, mark

OTHER_NAMES: Mapping[str, str] = Words(
    {
        "approve": mark("accept release confirm"),
        "assign": mark("delegate hand over owner"),
        "assign-me": mark("claim mine"),
        "attach": mark("add file upload"),
        "conversation-changes": mark("activity log"),
        "conversation-print": mark("export paper"),
        "follow-up": mark("reminder chase"),
        "forward": mark("pass on redirect"),
        "history": mark("log audit changes"),
        "insert-macro": mark("canned response snippet template"),
        "links": mark("relate relation connect"),
        "merge": mark("combine join duplicate"),
        "message-original": mark("source raw eml headers"),
        "new": mark("create"),
        "note": mark("comment remark"),
        "own-window": mark("detach pop out separate"),
        "panel": mark("sidebar details"),
        "priority": mark("urgent important"),
        "quit": mark("exit close"),
        "redraft": mark("regenerate new draft"),
        "reject": mark("decline refuse discard"),
        "requester": mark("customer contact"),
        "rewrite": mark("rephrase shorten translate tone"),
        "search": mark("find look for"),
        "send-and-solve": mark("close resolve done"),
        "send-later": mark("schedule delay"),
        "snooze": mark("postpone remind sleep"),
        "split": mark("separate divide"),
        "tags": mark("label category"),
        "undo-change": mark("revert back"),
        "views": mark("folders filters sidebar"),
    }
)
"""By the name of the intent, in the language of the window; its words in English are always known."""
