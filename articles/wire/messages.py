"""Every sentence an editor may read about a wire, by code: plain English, for the app to translate."""

from search.marking import gettext_noop

# A long speech has 60,000; beyond a few hundred thousand even linear reading keeps an editor waiting.
MAX_CHARACTERS = 300_000
MAX_FILE_MB = 60

ERRORS = {
    "empty": gettext_noop("There is no text here. Paste the story or choose a file that contains it."),
    "too_long": gettext_noop("The text is longer than 300,000 characters. Paste one story at a time."),
    "too_large": gettext_noop(
        "The file is larger than 60 MB. Send the pictures to the photo desk and the text alone here."
    ),
    "binary": gettext_noop("This file is not a text. Save the story as .docx, .txt, .md or .html and try again."),
    "encoding": gettext_noop(
        "Line {line} is damaged: it is not UTF-8 like the rest. Save the text as UTF-8 and try again."
    ),
    "pdf": gettext_noop("This is a PDF. Copy its text and paste it, or ask the sender for the .docx."),
    "rtf": gettext_noop("This is an RTF file. Save it as .docx and try again."),
    "old_word": gettext_noop("This is an old .doc file. Save it as .docx and try again."),
    "encrypted": gettext_noop("This document is protected by a password. Save it without one and try again."),
    "not_docx": gettext_noop("This archive is not a Word document. Choose the .docx itself."),
    "docx_broken": gettext_noop(
        "This Word document is damaged. Open it in Word, save it again as .docx and try again."
    ),
    "docx_unsafe": gettext_noop(
        "This Word document declares XML entities, which may be an attack. Copy its text and paste it."
    ),
    "docx_bomb": gettext_noop("This Word document unpacks to more than a story can be. Copy its text and paste it."),
    "too_deep": gettext_noop("Line {line} opens tags inside tags hundreds of times. Paste the story as plain text."),
}

GUESSES = {
    "headline_heading": gettext_noop("The headline is the first heading."),
    "headline_first": gettext_noop("The headline is the first line."),
    "headline_missing": gettext_noop("The first lines do not look like a headline. Write one."),
    "date_line": gettext_noop("The time of publication stands on a line of its own."),
    "date_day_only": gettext_noop("The source prints a day without a time. Add the time."),
    "date_impossible": gettext_noop(
        "There is no such date or time, so it was left in the text. Correct it there or remove it."
    ),
    "date_second": gettext_noop("The text prints another date too. Check which one is right."),
    "year_missing": gettext_noop("The source prints no year, so the date was not taken. Set it."),
    "date_missing": gettext_noop("The text prints no date. Set it."),
    "dateline": gettext_noop("The place stands at the front of the first paragraph."),
    "dateline_beside_date": gettext_noop("The place stands beside the date."),
    "source_beside_date": gettext_noop("The agency stands beside the date."),
    "source_dateline": gettext_noop("The agency stands beside the place at the front of the first paragraph."),
    "source_line": gettext_noop("The source stands on a line of its own."),
    "lede_before_caption": gettext_noop("The lede is the only paragraph before the caption."),
    "lede_emphasised": gettext_noop("The lede is the paragraph set in bold or italics before the story."),
    "lede_short": gettext_noop("The lede is the short paragraph before the story begins."),
    "caption_opening": gettext_noop("The paragraph opens as captions do."),
    "caption_under_picture": gettext_noop("The paragraph stands right under a picture."),
    "caption_before_credit": gettext_noop("The paragraph stands right before the source of the photo."),
    "credit_line": gettext_noop("The credit of the photo stands on a line of its own."),
    "credit_in_caption": gettext_noop("The credit of the photo ends its caption."),
    "quote": gettext_noop("The paragraph is direct speech."),
    "language": gettext_noop("The language was guessed from letters and frequent words."),
}

REMOVED = {
    "emoji": gettext_noop("Emoji do not go on the page."),
    "handle": gettext_noop("Accounts in social networks are not part of the story."),
    "invitation": gettext_noop("Invitations to subscribe are not part of the story."),
    "link": gettext_noop("The address at the end is not part of the story."),
    "hashtags": gettext_noop("Hashtags at the end became tags."),
    "mark": gettext_noop("The mark separates or ends texts; it is not part of one."),
    "link_target": gettext_noop("The words of this link went into a field that cannot hold an address."),
    "remote_picture": gettext_noop("A picture on another site cannot be taken. Ask for the file."),
    "picture_format": gettext_noop("The picture is in a format a browser cannot show. Ask for a JPEG or PNG."),
    "embed": gettext_noop("A frame, video or sound of another site cannot be pasted. Add it in the editor."),
}

REPAIRS = {
    "latin_letters": gettext_noop("Latin letters stand inside a Cyrillic word."),
    "cyrillic_letters": gettext_noop("Cyrillic letters stand inside a Latin word."),
    "kyrgyz_font": gettext_noop("The word is typed in an old Kyrgyz font."),
}
