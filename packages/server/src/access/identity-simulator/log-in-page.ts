/**
 * The simulator's log-in page: plain HTML, one link a person, works without scripts.
 */

import type { SimulatedPerson } from './simulated-person.ts'

const style = `
  :root { color-scheme: light; }
  body { margin: 0; background: #f2f6f9; color: #1a2733; font: 17px/1.75 "PingFang SC","HarmonyOS Sans SC",
    "Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif; }
  main { max-width: 560px; margin: 0 auto; padding: 24px 16px 48px; }
  h1 { font-size: 24px; line-height: 1.4; color: #12304a; margin: 0 0 8px; }
  .sheet { background: #fff; border: 1px solid #c9d3db; border-top: 4px double #12304a; border-radius: 4px; padding: 24px; }
  .note { background: #fff1d6; color: #8a5300; border-radius: 4px; padding: 8px 12px; margin: 0 0 16px; }
  ul { list-style: none; margin: 16px 0 0; padding: 0; }
  a { display: flex; justify-content: space-between; gap: 16px; min-height: 44px; align-items: center;
    padding: 8px 4px; border-top: 1px solid #c9d3db; color: #0b5cad; text-decoration: none; }
  a:hover, a:focus-visible { text-decoration: underline; outline-offset: 2px; }
  a:focus-visible { outline: 3px solid #0b5cad; }
  small { color: #4a5a68; font-size: 15px; }
  a.less { border-top: 0; font-size: 15px; justify-content: end; }`

/** The page that offers the people to sign in as. */
export function logInPage(people: readonly SimulatedPerson[], uid: string): string {
  const rows = people.map(
    (person) =>
      `<li><a href="${uid}?person=${encodeURIComponent(person.subject)}"><span>${escapeHtml(person.name)}</span>` +
      `<small>${escapeHtml(person.note)}</small></a>` +
      `<a class="less" href="${uid}?person=${encodeURIComponent(person.subject)}&amp;acr=sms">仅用短信验证登录</a></li>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>统一身份认证（模拟）</title>
<style>${style}</style></head><body><main><div class="sheet"><h1>统一身份认证（模拟）</h1>
<p class="note">示范数据：这里模拟国家统一身份认证的刷脸登录，人员均为虚构。</p>
<p>请选择以谁的身份登录。</p><ul>${rows.join('')}</ul></div></main></body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
