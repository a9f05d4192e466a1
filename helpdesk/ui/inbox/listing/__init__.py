"""The list of tickets: views, what they show and how, what is marked, and finding."""
