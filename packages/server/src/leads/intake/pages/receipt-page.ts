import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

/** Step three: the code, once. */
export function receiptPage(code: string): Page {
  return { title: '记下凭证码 - 专项整治服务平台', body: receiptParts(code) }
}

/** The receipt; the script fills in the code it has made. */
export function receiptParts(code: string): Html {
  return html`
<p class="step">第3步，共3步</p>
<h1>已经收到。请记下凭证码</h1>
<p class="code" data-code>${code}</p>
<p><strong>只显示这一次，丢了没有人能找回。</strong>抄在纸上，或打印后放好；不要拍照存进会自动上传的相册。</p>
<p class="noprint"><button class="second" type="button" data-copy hidden>复制凭证码</button></p>
<div class="box paper">
<h2>之后怎么办</h2>
<ul>
<li>隔几天到 <a href="/mailbox">凭证码查询</a> 看答复。承办人可能有问题要问您，只能在那里问。</li>
<li>一个月内提出处置意见（待确认）。</li>
<li>离开前关闭本页，并清除浏览记录；用的是别人的设备时更要这样。</li>
</ul>
</div>`
}
