import type { Halves } from '@guanjia/core/leads'
import type { FilingRefusal } from '../filing/filing.ts'
import { kindWord } from './gate-page.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { receiptParts } from './receipt-page.ts'

/** What the second step knows. */
export interface ReportForm {
  readonly kind: 'anonymous' | 'real-name'
  readonly about: { readonly id: string; readonly name: string }
  readonly readers: Halves
  readonly fault?: FilingRefusal
  /** what was written before a fault */
  readonly said?: (field: string) => string
}

/** What to mend, in words. */
export const faultWords: Readonly<Record<FilingRefusal, string>> = {
  'text-missing': '请写下发生了什么。',
  'text-too-long': '写得太长了：情况不超过8000字，其他各项不超过300字。分两次提交也可以。',
  'picture-unreadable': '有一张照片读不出来。请选 JPG 或者 PNG 照片，最多3张。照片要重新选。',
  'pictures-too-large': '照片加在一起太大了，请少选一张。照片要重新选。',
  'name-missing': '实名反映请写姓名；不想写姓名，请回到首页选匿名反映。',
  malformed: '提交的内容不完整，没有保存。请回到首页重新开始。',
  'work-missing': '页面打开得太久了，没有保存。请再点一次“提交”。',
  'nobody-to-read': '现在没有能打开您内容的承办人，所以没有保存。请拨打12388，或过一天再来。',
  'readers-changed': '承办人刚刚有变动，没有保存。请再点一次“提交”。',
}

/** Step two: what happened. The form works as it is; where the script runs, it seals before anything leaves. */
export function reportPage(form: ReportForm): Page {
  const { kind, about, readers, fault } = form
  return {
    title: '写下情况 - 专项整治服务平台',
    body: html`
<div data-writing>
<p class="step">第2步，共3步 · ${kindWord(kind)} · ${about.name}</p>
<h1>发生了什么？</h1>
${how}
${fault && html`<p class="box fault" role="alert">${faultWords[fault]}</p>`}
<p class="box fault" role="alert" hidden data-fault></p>
<form method="post" action="/report/send" enctype="multipart/form-data" data-seal='${JSON.stringify(readers)}'>
<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="about" value="${about.id}">
${fields(form)}
${kind === 'real-name' ? identity(form) : undefined}
<button>提交</button>
<p class="soft" data-busy hidden role="status">正在加密，请稍候。</p>
</form>
</div>
<div hidden data-receipt>${receiptParts('')}</div>`,
  }
}

/** Which of the two ways it is, said before the first letter; the script swaps them. */
const how: Html = html`
<p class="box" data-plain>您的浏览器没有运行本页脚本：内容经加密连接送到服务器，在内存中立即加密，原文不写入磁盘。这一刻要信任服务器。能打开脚本时，加密在您的设备上完成。</p>
<p class="box good" data-sealed hidden>提交时先在您的设备上加密，离开设备的只有密文。照片会重新绘制，去掉拍摄地点、时间和设备。</p>`

function fields({ said = () => '' }: ReportForm): Html {
  return html`
<div class="field"><label for="text">情况<small>谁、做了什么、您怎么知道的。不必写您自己是谁</small></label><textarea id="text" name="text" maxlength="8000" required>${said('text')}</textarea></div>
${short('who', '涉及的人', '姓名、职务，不知道可以不填', said('who'))}
${short('when', '大概什么时候', undefined, said('when'))}
${short('where', '在哪里', undefined, said('where'))}
<div class="field"><label for="photos">照片<small>最多3张，可以不传。避免拍到只有您才有的东西</small></label><input type="file" id="photos" name="photos" accept="image/jpeg,image/png" multiple></div>
<label class="pick"><input type="checkbox" name="retaliation" value="yes"${said('retaliation') === '' ? undefined : html` checked`}><span>我因为反映问题正在被打击报复<small>单独标红，优先处理</small></span></label>
<p></p>`
}

function identity({ said = () => '' }: ReportForm): Html {
  return html`
<h2>您是谁</h2>
<p class="soft">单独加密，与情况分开存放；要一名承办人和一名保管人同时同意才能打开，打开会留下记录。</p>
${short('name', '姓名', undefined, said('name'))}
<div class="field"><label for="phone">电话<small>用来告知受理情况和结果</small></label><input type="tel" id="phone" name="phone" maxlength="300" autocomplete="off" value="${said('phone')}"></div>
${short('address', '通信地址', '可以不填', said('address'))}`
}

function short(name: string, label: string, hint: string | undefined, value: string): Html {
  return html`<div class="field"><label for="${name}">${label}${hint && html`<small>${hint}</small>`}</label><input type="text" id="${name}" name="${name}" maxlength="300" autocomplete="off" value="${value}"></div>
`
}
