"""Sends an export to other places than a folder: a zip file, a git repository, a server. The only room that knows them.

The rules of `app.publish` make the files; what is here puts all of them in place, or none.
"""
