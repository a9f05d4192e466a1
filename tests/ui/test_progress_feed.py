"""A long job's own words on their way to the window."""

from threading import Thread

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from helpdesk.domain.progress import Progress
from helpdesk.ui.kit.progress_feed import ProgressFeed
from helpdesk.ui.kit.progress_strip import ProgressStrip


def followed(qtbot: QtBot) -> tuple[ProgressFeed, ProgressStrip]:
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    feed = ProgressFeed(strip)
    feed.show_on(strip)
    return feed, strip


def test_the_newest_word_of_a_job_is_shown_however_soon_it_came_after_another(qtbot: QtBot) -> None:
    feed, strip = followed(qtbot)
    for done in range(30):
        feed.report(Progress(done, 400, "Getting the model"))
    assert strip.words() == "Getting the model 0 of 400"
    qtbot.waitUntil(lambda: strip.words() == "Getting the model 29 of 400", timeout=2000)


def test_a_job_that_ended_meanwhile_does_not_open_its_bar_again(qtbot: QtBot) -> None:
    feed, strip = followed(qtbot)
    feed.report(Progress(1, 400, "Getting the model"))
    feed.report(Progress(2, 400, "Getting the model"))
    strip.finish()
    QTest.qWait(200)
    assert strip.isHidden()


def test_the_last_word_of_a_job_that_is_still_on_its_way_does_not_either_and_the_next_job_is_shown(qtbot: QtBot) -> None:
    feed, strip = followed(qtbot)
    for label, ends in (("Reckoning", True), ("Reckoning again", False)):
        elsewhere = Thread(target=feed.report, args=(Progress(88, 88, label),))
        elsewhere.start()
        elsewhere.join()
        if ends:
            strip.finish()
        QTest.qWait(20)
        assert strip.isHidden() is ends
    assert strip.words() == "Reckoning again 88 of 88"
