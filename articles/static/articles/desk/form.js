/* The writing form: what happens while somebody writes. Each module looks after one thing. */

import { measureHeadline } from "articles/desk/headline"
import { keepWorkingCopy } from "articles/desk/working_copy"
import { watchNames } from "articles/desk/names"
import { nameSearches } from "articles/desk/labels"
import { obeyKeys } from "articles/desk/shortcuts"
import { watchPresence } from "articles/desk/presence"
import { suggestTags } from "articles/desk/tags"

const form = document.getElementById("article_form")

measureHeadline(form.elements.headline)
keepWorkingCopy(form)
watchNames(form)
nameSearches(form)
obeyKeys(form)
watchPresence(form)
suggestTags(form.elements.tags, form.dataset.tags)
