"""The same generated messages and records through Waxwing and through other people's libraries.

A seed makes the cases, so that a difference seen once is seen again. Where two disagree on a case,
a category says beforehand who is right and by which section of the standard; a disagreement without
one fails the test.
"""
