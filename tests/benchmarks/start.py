"""From the start of the process to the first painted window, against a bare QMainWindow, taken in turns."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)
application = QApplication(sys.argv[:1])
window = Window()
window.resize(1200, 800)
window.show()
application.exec()
"""

DESK = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6 import QtWidgets
shown = QtWidgets.QMainWindow.paintEvent
def painted(self, event):
    shown(self, event)
    import os
    sys.stdout.write(" ".join(sorted({"chromadb", "fastembed", "onnxruntime", "pyqtgraph", "sqlalchemy"} & set(sys.modules))))
    sys.stdout.flush()
    os._exit(0)
QtWidgets.QMainWindow.paintEvent = painted
from helpdesk.__main__ import main
main(["--workspace", sys.argv[1]])
"""


def seconds(code: str, workspace: str) -> tuple[float, str]:
    """Until the process has painted and left, and what it said it had imported."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, workspace],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return time.perf_counter() - begun, done.stdout


def measure(turns: int) -> None:
    with tempfile.TemporaryDirectory(prefix="helpdesk-bench-") as folder:
        seconds(DESK, folder)
        pairs = [(seconds(BARE, folder), seconds(DESK, folder)) for _ in range(turns)]
    bare = statistics.median(first[0] for first, _ in pairs)
    desk = statistics.median(second[0] for _, second in pairs)
    print(f"start: median of {turns}, process start to first paint")
    print(f"  a bare QMainWindow   {bare * 1000:7.0f} ms")
    print(f"  the desk             {desk * 1000:7.0f} ms   ratio ×{desk / bare:.2f}")
    print(f"  imported by then of the heavy ones: {pairs[-1][1][1] or 'none'}")
