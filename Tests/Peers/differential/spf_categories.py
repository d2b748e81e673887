"""Where SPF checkers differ, and who is right. Predicates read the client and the records."""

from .judging import EITHER, WAXWING, Category

PYSPF = "pyspf"
CATEGORIES = []
