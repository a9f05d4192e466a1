"""The program among the others of a desktop: its windows and where they stood, its tray, its notifications, the clipboard."""
