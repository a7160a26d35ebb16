import type { Page } from '@playwright/test'
import { pagePdf } from '../../test-papers/page-pdf.ts'
import { staffWindow } from '../desk-people.ts'
import {
  acceptAsFilled,
  answerCapital,
  answerName,
  answerPeople,
  answerScope,
  begin,
  next,
  question,
  signAloneAndSubmit,
} from '../filling-in.ts'
import { aHuman, expectAccessible } from '../human.ts'
import { chen } from '../prepared-company.ts'
import { expect, phone, story } from '../story.ts'

const company = '青岛澍野信息科技有限公司'
const address = '山东省青岛市高新区河东路100号2号楼301'
const rightAddress = '山东省青岛市高新区河东路100号2号楼305'

/** A lease as a scanner makes it. */
function lease(name: string) {
  return { name, mimeType: 'application/pdf', buffer: pagePdf([`Lease, ${name}`]) }
}

/** Reads a paper; it is marked as opened. */
async function readPaper(registrar: Page, name: string): Promise<void> {
  const papers = registrar.locator('section', {
    has: registrar.getByRole('heading', { name: '申请人交的材料' }),
  })
  await papers.getByRole('button', { name }).click()
  await expect(registrar.getByRole('img', { name: /第 1 页，共 1 页/ })).toBeVisible({ timeout: 30_000 })
  await expect(papers.getByRole('listitem').filter({ hasText: name })).toContainText('已阅')
}

story.describe('premises of one’s own', () => {
  story.use(phone)

  story(
    'are proved by a lease, read by a registrar, and corrected by two people',
    async ({ page, browser, baseURL }) => {
      story.setTimeout(240_000)
      const newcomer = aHuman(page, 'phone')
      await begin(newcomer, page, chen.name)
      await answerName(newcomer, page, company)
      await question(page, '选一个工位作住所')
      await newcomer.tap(page.getByLabel(/不用工位/))
      await newcomer.type(page.getByLabel('住所（经营场所）'), address)
      await expect(page.getByRole('group', { name: /租赁合同和出租人的产权证明/ })).toBeVisible()
      await next(newcomer, page)
      await expect(page.getByRole('alert').first()).toContainText('请上传这份材料')
      await page.getByLabel(/上传文件/).setInputFiles(lease('租赁合同.pdf'))
      await expect(page.getByRole('link', { name: '租赁合同.pdf' })).toBeVisible()
      await expectAccessible(page)
      await next(newcomer, page)
      await answerScope(newcomer, page)
      await answerCapital(newcomer, page, '300000')
      await answerPeople(newcomer, page, [chen])
      await acceptAsFilled(newcomer, page, ['各占多少股份', '谁担任什么职务', '公司章程'])
      await question(page, '核对填写的内容')
      await expect(page.getByText(address)).toBeVisible()
      await expect(page.getByText(/会转人工，半个工作日内办结/)).toBeVisible()
      await expectAccessible(page)
      await signAloneAndSubmit(newcomer, page, company)
      await expect(page.getByRole('heading', { name: '已转人工' })).toBeVisible()

      const registrar = await staffWindow(browser, baseURL, 'dengji1')
      await registrar.goto('/work/registrar')
      await registrar.getByRole('link', { name: company }).click()
      await registrar.getByRole('button', { name: '领取' }).click()
      await readPaper(registrar, '租赁合同.pdf')
      await expectAccessible(registrar)
      await registrar.getByLabel('理由').fill('租赁合同与产权证明齐全，地址可送达')
      await registrar.getByRole('button', { name: '准予登记' }).click()
      await expect(registrar.getByRole('heading', { name: '登记审查' })).toBeVisible()

      // the number of the room was wrong: one proposes, with the proof
      await registrar.getByLabel('登记', { exact: true }).fill('澍野')
      await registrar.getByRole('button', { name: '查找' }).click()
      await registrar.getByRole('link', { name: company }).click()
      const form = registrar.locator('section', {
        has: registrar.getByRole('heading', { name: '更正为自有或租用的场所' }),
      })
      await form.getByLabel('新的住所（经营场所）').fill(rightAddress)
      await form.getByLabel(/上传文件/).setInputFiles(lease('更正后的租赁合同.pdf'))
      await expect(form.getByText('证明已上传。')).toBeVisible()
      await form.getByLabel('理由').fill('门牌号录入有误')
      await form.getByRole('button', { name: '提出更正住所' }).click()
      await expect(registrar.getByRole('heading', { name: '待确认的更正' })).toBeVisible()
      await registrar.getByRole('button', { name: '确认更正，换发执照' }).click()
      await expect(registrar.getByRole('alert')).toBeVisible()
      const { pathname } = new URL(registrar.url())
      await registrar.context().close()

      // the other reads the proof, sees what changes, and confirms
      const lead = await staffWindow(browser, baseURL, 'zuzhang')
      await lead.goto(pathname)
      await expect(lead.getByText(address).first()).toBeVisible()
      await expect(lead.getByText(rightAddress)).toBeVisible()
      await lead.getByRole('button', { name: '确认更正，换发执照' }).click()
      await expect(lead.getByRole('alert')).toContainText('还有材料没有打开看过')
      await readPaper(lead, '更正后的租赁合同.pdf')
      await expectAccessible(lead)
      await lead.getByRole('button', { name: '确认更正，换发执照' }).click()
      await expect(lead.getByRole('heading', { name: '更正登记笔误' })).toBeVisible()

      // the register says the new address, and keeps what it said before
      await expect(lead.getByRole('heading', { name: '登记簿' })).toBeVisible()
      const register = lead.locator('section', { has: lead.getByRole('heading', { name: '登记簿' }) })
      await expect(register.getByText(rightAddress)).toBeVisible()
      await register.getByText('全部记载（2 条）').click()
      await expect(register.getByText(/被后一条取代/)).toBeVisible()
      await register.getByLabel('截至哪一天所知').fill('2020-01-01')
      await register.getByRole('button', { name: '查询' }).click()
      await expect(register.getByText('截至那时，登记簿对这一天没有记载。')).toBeVisible()
      await expectAccessible(lead)
      await lead.context().close()

      await page.getByRole('link', { name: '我的办件' }).first().click()
      await page.getByRole('link', { name: company }).click()
      const link = await page.getByRole('link', { name: '任何人都可以核验' }).getAttribute('href')
      const paper = await page.request.get(`/api/licences/${link?.split('/').at(-1)}/licence`)
      expect(await paper.json()).toMatchObject({ document: { premises: rightAddress } })
    },
  )
})
