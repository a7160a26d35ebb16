/**
 * The page behind the `type` of a problem: what the code means and how to mend it, in both languages, without any script.
 */

import type { ProblemTexts } from '../problems/problem-reply.ts'
import { escapeHtml } from './html.ts'

const languages = ['zh-CN', 'en'] as const

/** The page of a code; undefined where nobody answers with it. */
export function problemPage(code: string, texts: ProblemTexts): string | undefined {
  const [chinese, english] = languages.map((language) => texts(code, language))
  if (chinese === undefined || english === undefined) return undefined
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(chinese.title)} · ${escapeHtml(english.title)}</title>
<link rel="stylesheet" href="/api/page.css">
<main>
<h1>${escapeHtml(chinese.title)}</h1>
<p>${escapeHtml(withoutValues(chinese.detail))}</p>
<section lang="en">
<h2>${escapeHtml(english.title)}</h2>
<p>${escapeHtml(withoutValues(english.detail))}</p>
</section>
<p><code>${escapeHtml(code)}</code></p>
</main>
`
}

/** The text of no case in particular: what would stand in its places is left out. */
function withoutValues(detail: string): string {
  return detail.replace(/\{\w+\}/g, '…')
}
