/**
 * The workbench of staff. Its pages are not built yet, and this page says so.
 */

import { Shell } from '../../ui/shell.tsx'
import { Title } from '../../ui/title.tsx'

export function OfficerRoutes() {
  return (
    <Shell>
      <Title>工作台</Title>
      <p>工作台的页面还在建设，目前请通过开放接口办理。</p>
      <p>
        <a href="/">返回首页</a>
      </p>
    </Shell>
  )
}
