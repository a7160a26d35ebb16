import type { MailboxStatus } from '@guanjia/contract/leads/intake'
import { codeInGroups } from '@guanjia/core/leads'
import type { OpenedMail } from '../mail/opened-mail.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'

const title = '凭证码查询 - 专项整治服务平台'

/** Where the code is typed. */
export function askForCodePage(): Page {
  return {
    title,
    body: html`
<p class="box fault" role="alert" hidden data-fault></p>
<div data-asking>
<h1>凭证码查询</h1>
<p>输入提交时得到的20位凭证码，字母不分大小写，空格可以不打。</p>
<form method="post" action="/mailbox" data-mail>
<div class="field"><label for="code">凭证码</label><input type="text" id="code" name="code" maxlength="60" autocomplete="off" autocapitalize="characters" spellcheck="false" required></div>
<p class="soft" data-plain>您的浏览器没有运行本页脚本：凭证码会送到服务器，在内存中打开后立即丢弃。</p>
<p class="soft" data-sealed hidden>凭证码不离开您的设备，密文在设备上打开。</p>
<button>查询</button>
<p class="soft" data-busy hidden role="status">正在计算，需要几秒钟。</p>
</form>
</div>
<div hidden data-opened>
<h1>办理情况</h1>
<p class="box" data-step></p>
<h2>沟通</h2>
<button class="second" type="button" hidden data-earlier>更早的消息</button><p></p>
<div data-notes></div>
<form data-say><div class="field"><label for="words">补充或回答</label><textarea id="words" name="words" maxlength="1200" required></textarea></div><button>发送</button></form>
<h2>存证</h2>
<p class="soft" data-kept></p><p class="hash" data-digest></p>
</div>`,
  }
}

/** What lies under a code; the same words for a code that nobody has and for one with a slip in it. */
export function mailPage(mail: OpenedMail | undefined, isSent = false): Page {
  if (mail === undefined) {
    return {
      title,
      body: html`
<h1>没有可以显示的内容</h1>
<p>凭证码不对，或者还没有抄全。请对照您记下的20位，一组一组核对。</p>
<p><a class="go" href="/mailbox">再输入一次</a></p>`,
    }
  }
  const { code, status, messages } = mail
  return {
    title,
    body: html`
<h1>办理情况</h1>
${isSent ? html`<p class="box good" role="status">已发送。</p>` : undefined}
<p class="box">${stepWords(status)}</p>
<h2>沟通</h2>
${status.isMore ? earlier(mail) : undefined}
${messages.length === 0 ? html`<p class="soft">还没有消息。</p>` : messages.toReversed().map(note)}
<form method="post" action="/mailbox/say">
<input type="hidden" name="code" value="${codeInGroups(code)}">
<div class="field"><label for="words">补充或回答</label><textarea id="words" name="words" maxlength="1200" required></textarea></div>
<button>发送</button>
</form>
<h2>存证</h2>
<p class="soft">${keptWords(status)}</p><p class="hash">${status.digest}</p>`,
  }
}

function earlier({ code, page }: OpenedMail): Html {
  return html`<form method="post" action="/mailbox"><input type="hidden" name="code" value="${codeInGroups(code)}"><input type="hidden" name="page" value="${page + 1}"><button class="second">更早的消息</button></form>
<p></p>`
}

function note({ by, on, text }: OpenedMail['messages'][number]): Html {
  const who = by === 'handler' ? '承办人' : '您'
  return html`<div class="note${by === 'handler' ? ' theirs' : ''}"><small>${who} · ${on}</small>${text}</div>`
}

/** The step, for whoever filed. */
export function stepWords({ receivedOn, step }: MailboxStatus): string {
  const steps = { received: '已收到，等待承办人打开。', 'in-work': '承办人正在办理。', over: '已经办结。' }
  return `${receivedOn} 提交。${steps[step]}`
}

/** Where to find the digest. */
export function keptWords({ publishedOn }: MailboxStatus): string {
  return publishedOn === null
    ? '您的密文摘要将在下一个整理日写入公开账本；写入后，密文被删改能查出来。'
    : `您的密文摘要已于 ${publishedOn} 写入公开账本；在账本里找到这一串，就说明密文还在、没有被改。`
}
