/**
 * Pages that inform and need no data: business, help, accessibility, privacy, services that are not open yet.
 */

import { Link } from 'wouter'
import { useLink, useTexts } from '../../page.tsx'
import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'

export function BusinessPage() {
  const { business } = useTexts()
  const link = useLink()
  return (
    <Shell>
      <Title>{business.title}</Title>
      <p className="lead">{business.lead}</p>
      <p>
        <Link className="button" href={link('/apply/company')}>
          {business.open}
        </Link>
      </p>
      <h2>{business.how}</h2>
      <ol>
        {business.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h2>{business.who}</h2>
      <p>{business.whoText}</p>
    </Shell>
  )
}

export function SoonPage({ name }: { readonly name: 'build' | 'space' | 'policies' | 'listen' }) {
  const { soon, site } = useTexts()
  const link = useLink()
  return (
    <Shell>
      <Title>{soon.title(site.nav[name])}</Title>
      <p>{soon.text}</p>
      <Link className="button quiet" href={link('/')}>
        {soon.home}
      </Link>
    </Shell>
  )
}

export function MissingPage() {
  return (
    <Shell>
      <Title>没有这个页面</Title>
      <p>地址可能有误，或内容已经移走。请从首页重新查找。</p>
      <Link className="button quiet" href="/">
        回到首页
      </Link>
    </Shell>
  )
}

export function HelpPage() {
  return (
    <Shell>
      <Title>帮助</Title>
      <h2>办企业</h2>
      <p>从“办企业”开始，一页一问。填写的内容自动保存，换设备登录后可以接着填。</p>
      <h2>转人工是什么意思</h2>
      <p>有些情况系统不能判断，会转给登记人员，并说明原因、谁来办、什么时候办完。半个工作日内办结。</p>
      <h2>联系我们</h2>
      <p>
        热线 <a href="tel:12345">12345</a>。大厅电话待确认。
      </p>
      <h2>我为政府网站找错</h2>
      <p>发现错误，请拨打 12345，说明页面和问题。</p>
    </Shell>
  )
}

export function AccessibilityPage() {
  return (
    <Shell>
      <Title>无障碍声明</Title>
      <p>本网站按《网页内容可访问性指南》(WCAG 2.2)AA 级和 GB/T 37668 建设。</p>
      <ul>
        <li>全部功能可用键盘完成，焦点清楚可见。</li>
        <li>状态用形状、文字和颜色共同表示，不只靠颜色。</li>
        <li>
          <a href="/?size=large">大字版（长辈版、关怀版）</a>:字更大，按钮更大，内容相同。
        </li>
        <li>公开信息页不需要脚本即可阅读。</li>
      </ul>
      <p>遇到障碍，请拨打 12345，我们会用其他方式为您办理。</p>
    </Shell>
  )
}

export function PrivacyPage() {
  return (
    <Shell>
      <Title>隐私说明</Title>
      <ul>
        <li>只收集办理所必需的信息：姓名、身份证号、手机号。</li>
        <li>身份证号单独存放，页面上遮盖显示，不写入日志。</li>
        <li>存证账本里没有个人信息，只有加盐摘要；盐可以依法删除。</li>
        <li>自动审批的每一项检查和理由都可以查看；您可以要求人工复核。</li>
        <li>本网站不使用第三方统计，不加载外部资源。</li>
      </ul>
    </Shell>
  )
}
