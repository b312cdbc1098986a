# SPDX-License-Identifier: GPL-3.0-or-later
"""Names the messages of a .ts file that lupdate has just updated whose translation is missing or unfinished, belongs to
no text any more, or differs from the text in placeholders, markup, flags or the number of mnemonics."""
import re
import sys
import xml.etree.ElementTree as ElementTree

NUMERUS_FORMS = 2
KEPT = re.compile(r"%\d+|%n|%L\d+|<[^>]*>|--[A-Za-z_]+|&(?=\w)")


def kept_parts(text):
    return sorted(KEPT.findall(text or ""))


def problem_of(message):
    source = message.find("source").text
    translation = message.find("translation")
    if translation.get("type"):
        return translation.get("type")
    forms = [translation.text]
    if message.get("numerus") == "yes":
        forms = [form.text for form in translation.findall("numerusform")]
        if len(forms) != NUMERUS_FORMS:
            return "not %d numerus forms" % NUMERUS_FORMS
    if not all(form and form.strip() for form in forms):
        return "empty"
    if any(kept_parts(form) != kept_parts(source) for form in forms):
        return "other placeholders, markup, flags or mnemonics"
    return None


failed = False
messages = 0
for context in ElementTree.parse(sys.argv[1]).getroot().iter("context"):
    for message in context.iter("message"):
        messages += 1
        problem = problem_of(message)
        if problem:
            failed = True
            print("%s: %s: “%s”" % (context.findtext("name"), problem, message.findtext("source")))
if not messages:
    print("%s holds no messages" % sys.argv[1])
sys.exit(1 if failed or not messages else 0)
