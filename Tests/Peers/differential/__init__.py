"""The same generated messages and records through Waxwing and through other people's libraries.

A seed makes the cases, so that a difference seen once is seen again. Where two disagree on a case,
a category says beforehand who is right and by which section of the standard; a disagreement without
one fails the test.
"""

SEED = 1
DKIM_CASES = 1600
SPF_CASES = 1200
