"""How satisfied customers are."""

from helpdesk.services.ratings.asking import AskingChannel
from helpdesk.services.ratings.mailing import RatingMail
from helpdesk.services.ratings.ratings import RatedMessage, Ratings

__all__ = ["AskingChannel", "RatedMessage", "RatingMail", "Ratings"]
