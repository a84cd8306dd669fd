"""How dates and times are written where a page does not say so itself: by day and on the 24-hour clock, in English too.

What is typed into the forms of the workplace has the format of WAGTAIL_DATE_FORMAT, which each language has to take.
"""
