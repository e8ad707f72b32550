"""At the save: the fields of an article checked as one, and what the house does about it.

No server and no framework is needed here: the service and the parts for content management
systems are built on this.
"""
