import { html } from './html.ts'
import type { Page } from './layout.ts'

/** The first page: what this is for, two doors of the same size, and the way back in. */
export function startPage(): Page {
  return {
    title: '反映公职人员的问题 - 专项整治服务平台',
    body: html`
<h1>反映公职人员的问题</h1>
<p>在办事、项目和服务中，遇到不担当、不作为、乱作为，或者违反纪律、违反法律的情况，可以在这里反映。三步，大约两分钟。</p>
<a class="door" href="/report?kind=anonymous"><strong>匿名反映</strong>不登录，不留姓名、电话。提交后得到一个凭证码，凭它查看答复、继续沟通。</a>
<a class="door" href="/report?kind=real-name"><strong>实名反映</strong>姓名另行加密，要两个人同时同意才能打开。受理情况和办理结果会告知您。</a>
<a class="door" href="/mailbox"><strong>凭证码查询</strong>看办理到哪一步，读答复，补充情况。</a>
<div class="box paper">
<h2>先读这几条</h2>
<ul>
<li>内容只有承办的纪检人员能打开；平台的运行人员、数据库管理员都打不开。</li>
<li>被反映的单位，其人员不在能打开的人之列。</li>
<li>这里不记录网络地址和设备信息，日期只精确到天。</li>
<li>不要用单位的网络、电脑或手机填写：单位的网络可能看得到您打开过这个网页。</li>
<li>如实反映受法律保护；打击报复反映人要追究责任。记错了、说得不全不算诬告。</li>
</ul>
<p><a href="/protection">怎样做到的，哪些做不到</a></p>
</div>`,
  }
}
