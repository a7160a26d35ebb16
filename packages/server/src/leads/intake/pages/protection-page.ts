import type { Halves } from '@guanjia/core/leads'
import type { IntakeScript } from '../intake-ports.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

/** What the page about protection names. */
export interface Protection {
  readonly readers: Halves
  readonly script: IntakeScript | undefined
  readonly houseOrigin: string
}

/** What holds, what does not, and how to check it. */
export function protectionPage({ readers, script, houseOrigin }: Protection): Page {
  return {
    title: '怎样保护您 - 专项整治服务平台',
    body: html`
<h1>怎样保护您</h1>
<h2>做到的</h2>
<ul>
<li>脚本运行时，内容、照片、姓名在您的设备上加密给承办人的公钥；服务器、数据库、备份里只有密文。</li>
<li>被反映单位的人员没有对应的密钥。每次打开都留下谁、什么时候、为什么的记录。</li>
<li>本入口是单独的程序、单独的网址和单独的数据库账号；不设 Cookie，不存储到您的设备，不引用别的网站。</li>
<li>不保存网络地址、设备信息和时刻；为防止被塞满，用的是计算量，不是地址。</li>
<li>查询时，凭证码对不对，返回的长度和时间都一样。</li>
</ul>
<h2>做不到的</h2>
<ul>
<li>脚本由本平台提供。平台若换上别的脚本，加密就不可信：所以脚本的校验值公开在账本里，可以核对。</li>
<li>反映的是哪个单位、匿名还是实名、收到的日期不加密：要靠它们安排谁来办、何时到期。</li>
<li>脚本没有运行时，服务器在内存里会短暂看到原文。</li>
<li>您的设备、您所在单位的网络、您的文风和只有您知道的细节，我们管不到。</li>
</ul>
<h2>怎样核对</h2>
${
  script
    ? html`<p>本页脚本的 SHA-256：</p><p class="hash">${script.sha256}</p>
<p>把 <a href="/leads.${script.sha256.slice(0, 16)}.js">脚本文件</a> 存下来计算 SHA-256，应与上面一致，也应与 <a href="${houseOrigin}/ledger" rel="noreferrer">公开账本</a> 里 leads.script-published 一条的 sha256 一致。</p>`
    : html`<p>本入口没有使用脚本。</p>`
}
<p>现在能打开内容的公钥（指纹）：</p>
<ul class="hash">${readers.handlers.map(({ keyId }) => html`<li>${keyId}</li>`)}</ul>`,
  }
}
