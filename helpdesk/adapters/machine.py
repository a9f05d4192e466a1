"""Battery and load, as the system tells them."""

import psutil

LOAD_PER_PROCESSOR = 2.0
"""Programs that wait for each processor; with as many the window itself would have to wait."""


class PsutilMachine:
    """Systems that tell neither are never strained."""

    def strained(self) -> str:
        battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
        if battery is not None and not battery.power_plugged:
            return "the computer runs on battery"
        over_a_minute = psutil.getloadavg()[0]
        if over_a_minute > LOAD_PER_PROCESSOR * (psutil.cpu_count() or 1):
            return "the computer is busy with other work"
        return ""
