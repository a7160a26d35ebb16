import type { IntakeContent } from '../../content/intake-content.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'

/** Step one: whom it is about, before a word of it is written. */
export function gatePage(content: IntakeContent, kind: 'anonymous' | 'real-name', isMissing = false): Page {
  const { units, elsewhere } = content
  return {
    title: '反映的是谁 - 专项整治服务平台',
    body: html`
<p class="step">第1步，共3步 · ${kindWord(kind)}</p>
<h1>反映的是谁？</h1>
<p>先选，再写。选的单位随件保存、不加密，用来让它的人回避；其他内容都加密。</p>
${isMissing ? html`<p class="box fault" role="alert">请选一项，再点“下一步”。</p>` : undefined}
<form method="post" action="/report">
<input type="hidden" name="kind" value="${kind}">
<fieldset>
<legend>由本区办理的</legend>
<label class="pick"><input type="radio" name="scope" value="unit" required><span>本区的部门、单位或其工作人员<small>在下面选单位，它的人会回避</small></span></label>
<div class="field"><label for="about">单位</label><select id="about" name="about"><option value="">请选择</option>${units.list.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></div>
</fieldset>
<fieldset>
<legend>不在这里收的<small>选了会告诉您去哪里，这里什么都不保存</small></legend>
${elsewhere.map(({ id, name, hint }) => html`<label class="pick"><input type="radio" name="scope" value="${id}"><span>${name}<small>${hint}</small></span></label>`)}
</fieldset>
<button>下一步</button>
</form>`,
  }
}

/** The signpost: where such a report belongs. Nothing was kept, not even that somebody asked. */
export function signpostPage({ name, where, source, mark }: IntakeContent['elsewhere'][number]): Page {
  return {
    title: '请向这里反映 - 专项整治服务平台',
    body: html`
<p class="step">${name}</p>
<h1>这类情况不在这里收</h1>
<p>按干部管理权限，应当由别的机关办理。这里没有保存您的任何选择和内容。</p>
<div class="box">
<h2>请这样反映</h2>
<ul>${where.map((way) => html`<li>${way}</li>`)}</ul>
</div>
<p class="soft">依据：${source}${mark === 'U' ? '（待确认）' : undefined}</p>
<p><a href="/">回到首页</a></p>`,
  }
}

/** How the reporter has chosen to file. */
export function kindWord(kind: 'anonymous' | 'real-name'): string {
  return kind === 'anonymous' ? '匿名反映' : '实名反映'
}
