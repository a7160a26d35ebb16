import type { Page } from '@playwright/test'
import { pagePdf } from '../test-papers/page-pdf.ts'
import {
  answerCapital,
  answerName,
  answerPeople,
  answerScope,
  answerSeat,
  begin,
  next,
  question,
} from './filling-in.ts'
import { aHuman, expectAccessible, type Human } from './human.ts'
import { lin } from './prepared-company.ts'
import { expect, phone, story } from './story.ts'

const company = '青岛砚秋信息科技有限公司'
const articles = {
  name: '公司章程（自拟）.pdf',
  mimeType: 'application/pdf',
  buffer: pagePdf(['Articles of association, page 1', 'Articles of association, page 2']),
}

/** Signs as the only person there is and submits. */
async function signAndSubmit(newcomer: Human, page: Page): Promise<void> {
  await newcomer.tap(page.getByRole('button', { name: /去签名/ }))
  await newcomer.tap(page.getByRole('button', { name: '生成签名链接' }))
  await newcomer.tap(page.getByRole('link', { name: /去签名/ }))
  await expect(page.getByRole('heading', { name: '上传的材料' })).toBeVisible()
  await expect(page.getByRole('link', { name: articles.name })).toBeVisible()
  await expectAccessible(page)
  await newcomer.tap(page.getByLabel(/我已阅读/))
  await newcomer.tap(page.getByRole('button', { name: '签名' }))
  await newcomer.tap(page.getByRole('link', { name: '我的办件' }).first())
  await newcomer.tap(page.getByRole('link', { name: company }))
  await newcomer.tap(page.getByRole('button', { name: '提交申请' }))
}

story.describe('articles of one’s own', () => {
  story.use(phone)

  story(
    'are uploaded on a phone, signed with the rest, and go to a registrar with the reason said',
    async ({ page }) => {
      const newcomer = aHuman(page, 'phone')
      await begin(newcomer, page, lin.name)
      await answerName(newcomer, page, company)
      await answerSeat(newcomer, page)
      await answerScope(newcomer, page)
      await answerCapital(newcomer, page, '100000')
      await answerPeople(newcomer, page, [lin])
      for (const title of ['各占多少股份', '谁担任什么职务']) {
        await question(page, title)
        await next(newcomer, page)
      }
      await question(page, '公司章程')
      await newcomer.tap(page.getByRole('radio', { name: /自拟章程/ }))
      await expect(page.getByRole('group', { name: /自拟的公司章程/ })).toBeVisible()
      await next(newcomer, page)
      await expect(page.getByRole('alert').first()).toContainText('请上传这份材料')
      await expectAccessible(page)
      await page.getByLabel(/上传文件/).setInputFiles({ ...articles, name: '章程.docx' })
      await expect(page.getByText(/只能上传 PDF、JPG、PNG/)).toBeVisible()
      await page.getByLabel(/上传文件/).setInputFiles(articles)
      await expect(page.getByRole('link', { name: articles.name })).toBeVisible()
      await expectAccessible(page)
      await next(newcomer, page)

      await question(page, '核对填写的内容')
      await expect(page.getByText(/会转人工，半个工作日内办结/)).toBeVisible()
      await expect(page.getByText(/使用自备章程/)).toBeVisible()
      await expectAccessible(page)
      await signAndSubmit(newcomer, page)
      await expect(page.getByRole('heading', { name: '已转人工' })).toBeVisible()
      await expect(page.getByText('使用自备章程').first()).toBeVisible()
      await expectAccessible(page)

      const { steps } = newcomer.report()
      expect(steps).toBeLessThanOrEqual(44)
    },
  )
})
