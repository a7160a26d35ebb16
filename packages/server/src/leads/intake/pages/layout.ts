/**
 * The frame of every page: who runs this, the way out, and what to read before writing anything.
 */

import type { IntakePorts } from '../intake-ports.ts'
import { type Html, html } from './html.ts'
import { style } from './style.ts'

/** A page. */
export interface Page {
  readonly title: string
  readonly body: Html
}

type Frame = Pick<IntakePorts, 'content' | 'script'>

/** The page as text. */
export function pageText({ content, script }: Frame, { title, body }: Page): string {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
${script && html`<script src="/leads.${script.sha256.slice(0, 16)}.js" integrity="sha256-${base64Of(script.sha256)}" defer></script>`}
</head>
<body>
<header><div>
<a class="home" href="/">专项整治服务平台<small>${content.zoneName}</small></a>
<a class="leave" href="${content.leave}" rel="noreferrer" data-leave>快速离开</a>
</div></header>
<main id="main">
${body}
</main>
<footer><div>
<a href="/">首页</a><a href="/mailbox">凭证码查询</a><a href="/protection">怎样保护您</a>
</div></footer>
</body>
</html>
`.html
}

function base64Of(hex: string): string {
  return Buffer.from(hex, 'hex').toString('base64')
}
