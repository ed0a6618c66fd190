#!/usr/bin/python3
"""Prints the accessible tree of a program, as a screen reader has it: one `role: name = text` a line.

usage: tree.py PROGRAM     (needs a session bus with AT-SPI enabled, gir1.2-atspi-2.0, python3-gi)
"""
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def lines(node):
    # A node that went away between two questions is left out.
    try:
        name, role, count = node.get_name() or "", node.get_role_name(), node.get_child_count()
    except GLib.Error:
        return
    try:
        text = Atspi.Text.get_text(node, 0, -1) if node.get_text_iface() else ""
    except GLib.Error:
        text = ""
    yield f"{role}: {name} = {text}".replace("\n", " ")
    for at in range(count):
        try:
            child = node.get_child_at_index(at)
        except GLib.Error:
            continue
        if child:
            yield from lines(child)


desktop = Atspi.get_desktop(0)
apps = [desktop.get_child_at_index(at) for at in range(desktop.get_child_count())]
mine = [app for app in apps if app and app.get_name() == sys.argv[1]]
if not mine:
    sys.exit(f"no program called {sys.argv[1]} tells its tree")
for line in lines(mine[0]):
    print(line)
