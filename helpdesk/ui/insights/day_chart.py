"""The hours of a day as upright bars painted by hand: what draws other plots would double the start of this first tab."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QVBoxLayout

from helpdesk.ui import theme
from helpdesk.ui.insights.day_hours import DaySaid, Hour
from helpdesk.ui.insights.inks import Swatch, inked, woven
from helpdesk.ui.insights.picture import Ink, Look, Series
from helpdesk.ui.kit import Label, row
from helpdesk.ui.kit.flow import flow
from helpdesk.ui.language import number, tr

HEIGHT = 170
NAMED_EVERY = 4
BESIDE, ABOVE = 8, 4
CAME, LEFT = Ink.ACCENT, Ink.GOOD


class DayChart(Label):
    """Runs from the left in every language, as plots do. To a screen reader it is a text; pointing at an hour tells it."""

    def __init__(self) -> None:
        super().__init__()
        self._day: DaySaid | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_day(self, day: DaySaid) -> None:
        self._day = day
        self.setAccessibleName(day.title)
        self.setAccessibleDescription(day.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, theme.scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(220), theme.scaled(HEIGHT))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hour = self.hour_at(event.pos().x())
            QToolTip.showText(event.globalPos(), hour.spoken if hour else "", self)
            return True
        return super().event(event)

    def hour_at(self, x: int) -> Hour | None:
        """The one whose bars stand there."""
        hours = self._day.hours if self._day else ()
        at = (x - self._side()) / max(1.0, self._wide()) * len(hours)
        return hours[int(at)] if 0 <= at < len(hours) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None or not self._day.most:
            return
        painter = QPainter(self)
        self._paint_scale(painter, self._day.most)
        for at, hour in enumerate(self._day.hours):
            self._paint_hour(painter, at, hour)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _paint_scale(self, painter: QPainter, most: int) -> None:
        foot, line = self._foot(), self.fontMetrics().height()
        for value in {0, most}:
            y = foot - self._high(value)
            painter.setPen(QColor(theme.colours().line_strong if not value else theme.colours().line))
            painter.drawLine(round(self._side()), round(y), round(self._side() + self._wide()), round(y))
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            beside = QRectF(0, y - line / 2, self._side() - BESIDE, line)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute, number(value))

    def _paint_hour(self, painter: QPainter, at: int, hour: Hour) -> None:
        across = self._wide() / len(self._day.hours if self._day else ())
        begins, bar = self._side() + at * across, max(2.0, across * 0.36)
        for count, ink, x in ((hour.came, CAME, begins + across * 0.1), (hour.left, LEFT, begins + across * 0.54)):
            if count:
                painter.setPen(QColor(inked(ink)))
                painter.setBrush(woven(ink))
                painter.drawRect(QRectF(x, self._foot() - self._high(count), bar, self._high(count)))
        if at % NAMED_EVERY == 0:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            below = QRectF(begins, self._foot() + ABOVE, across * NAMED_EVERY, self.fontMetrics().height())
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute, hour.begins)

    def _high(self, count: int) -> float:
        most = self._day.most if self._day else 0
        return (self._foot() - self.fontMetrics().height()) * count / max(1, most)

    def _foot(self) -> float:
        return self.height() - self.fontMetrics().height() - 2.0 * ABOVE

    def _side(self) -> float:
        return self.fontMetrics().horizontalAdvance(number(self._day.most if self._day else 0)) + 2.0 * BESIDE

    def _wide(self) -> float:
        return self.width() - self._side() - BESIDE


class DayCard(QFrame):
    """Without anything to draw it is its sentence alone."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Label("", "strong")
        self._finding = Label("", "muted", wraps=True)
        self._legend = flow(gap=theme.L)
        for name, ink in ((tr("Came in"), CAME), (tr("Left"), LEFT)):
            self._legend.add(row(Swatch(Series(name, Look.STACK, ink, ())), Label(name, "caption"), gap=theme.XS))
        self.chart = DayChart()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        for part in (self._title, self._finding, self._legend, self.chart):
            layout.addWidget(part)
        theme.dress(self, "card")
        self.hide()

    def show_day(self, day: DaySaid) -> None:
        self._title.say(day.title)
        self._finding.say(day.finding)
        self.chart.show_day(day)
        for part in (self._legend, self.chart):
            part.setVisible(bool(day.most))
        self.setAccessibleName(f"{day.title}: {day.spoken}")
        self.show()
