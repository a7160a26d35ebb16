import type { Page } from '@playwright/test'
import { expectAccessible } from './human.ts'
import { lin, prepareCompany, signIn, submitCompany, yu } from './prepared-company.ts'
import { expect, signInStaff, story } from './story.ts'

const desk = { viewport: { width: 1366, height: 900 } } as const

/** Opens a desk as a member of staff. */
async function sitDown(page: Page, username: string, path: string): Promise<void> {
  await signInStaff(page, username)
  await page.goto(path)
}

story.describe('the workbench', () => {
  story.use(desk)

  story(
    'lets a registrar decide a case that a person must look at, by keyboard',
    async ({ page, browser, baseURL }) => {
      await page.goto('/work/registrar')
      await sitDown(page, 'dengji1', '/work/registrar')
      await expect(page.getByRole('heading', { name: '登记审查' })).toBeVisible()

      // an applicant elsewhere submits; the queue hears of it without being asked
      const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL })
      const applicant = await elsewhere.newPage()
      await signIn(applicant, lin)
      const id = await prepareCompany(applicant.request, lin, {
        name: '青岛澄砚信息科技有限公司',
        seat: 'panggu-1-5-1-1',
        ownArticles: true,
      })
      expect(await submitCompany(applicant.request, id)).toBe('with-officer')
      const entry = page.getByRole('link', { name: '青岛澄砚信息科技有限公司' })
      await expect(entry).toBeVisible()
      await expectAccessible(page)

      await entry.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: /审查/ })).toBeVisible()
      await expect(page.getByText('使用自备章程').first()).toBeVisible()
      await page.getByText('怎么算的').first().click()
      await expect(page.getByText('其余 15 项通过').first()).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: '领取' }).click()
      await expect(page.getByText('已由我领取')).toBeVisible()
      // nobody approves what they have not seen
      await page.getByLabel('理由').focus()
      await page.keyboard.type('自备章程符合公司法第四十六条')
      await page.getByRole('button', { name: '准予登记' }).click()
      await expect(page.getByRole('alert')).toContainText('还有材料没有打开看过')

      await page.getByRole('button', { name: '公司章程.pdf' }).press('Enter')
      await expect(page.getByRole('img', { name: /第 1 页，共 2 页/ })).toBeVisible({ timeout: 30_000 })
      await page.getByRole('button', { name: '下一页' }).press('Enter')
      await expect(page.getByRole('img', { name: /第 2 页，共 2 页/ })).toBeVisible({ timeout: 30_000 })
      await page.getByRole('button', { name: '放大' }).press('Enter')
      await expect(page.getByText('150%')).toBeVisible()
      await expect(page.getByText('全部材料您都已打开')).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel('理由').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: '登记审查' })).toBeVisible()
      await expect(entry).toBeHidden()

      // the applicant looks on meanwhile
      await applicant.goto(`/my/cases/${id}`)
      await expect(applicant.getByText(/办结/).first()).toBeVisible()
      await elsewhere.close()
    },
  )
})

story.describe('after a registration', () => {
  story.use(desk)

  story(
    'corrects a licence, and revokes one only with a second person',
    async ({ page, browser, baseURL }) => {
      const elsewhere = await browser.newContext(baseURL === undefined ? {} : { baseURL })
      const applicant = await elsewhere.newPage()
      await signIn(applicant, lin)
      const id = await prepareCompany(applicant.request, lin, {
        name: '青岛霁舟信息科技有限公司',
        seat: 'panggu-1-5-1-2',
      })
      expect(await submitCompany(applicant.request, id)).toBe('approved')

      await page.goto('/work/login')
      await sitDown(page, 'dengji1', '/work/registrar')
      await page.getByLabel('登记', { exact: true }).fill('霁舟')
      await page.getByRole('button', { name: '查找' }).click()
      await page.getByRole('link', { name: '青岛霁舟信息科技有限公司' }).click()
      await expect(page.getByText('用当时的规则重算，结果一致')).toBeVisible()
      await expectAccessible(page)

      await page.getByLabel('更正哪一项').selectOption('注册资本')
      await page.getByLabel('金额（元）').fill('2000000')
      await page.getByLabel('理由').first().fill('录入时少写一位')
      await page.getByRole('button', { name: '提出更正', exact: true }).click()
      await expect(page.getByRole('heading', { name: '待确认的更正' })).toBeVisible()
      await expectAccessible(page)
      await page.request.delete('/api/session')
      await sitDown(page, 'zuzhang', `/work/registrar/${id}`)
      await page.getByRole('button', { name: '确认更正，换发执照' }).click()
      await expect(page.getByRole('heading', { name: '更正登记笔误' })).toBeVisible()
      const { licence } = (await (
        await applicant.request.get(`/api/registration/applications/${id}`)
      ).json()) as {
        licence: { number: string }
      }
      const paper = await applicant.request.get(`/api/licences/${licence.number}/licence`)
      expect(((await paper.json()) as { document: { capitalMinor: string } }).document.capitalMinor).toBe(
        '200000000',
      )

      await page.request.delete('/api/session')
      await sitDown(page, 'dengji1', `/work/registrar/${id}`)
      await page.getByLabel('理由').last().fill('当事人提交虚假住所材料')
      await page.getByRole('button', { name: '提出撤销' }).click()
      await expect(page.getByText('撤销待确认')).toBeVisible()
      await page.getByRole('button', { name: '确认撤销' }).click()
      await expect(page.getByRole('alert')).toBeVisible()

      await page.request.delete('/api/session')
      await sitDown(page, 'zuzhang', `/work/registrar/${id}`)
      await page.getByRole('button', { name: '确认撤销' }).click()
      await expect(page.getByText('登记已撤销')).toBeVisible()
      await expectAccessible(page)

      const answer = await applicant.request.get(`/api/registration/applications/${id}`)
      const { stage } = (await answer.json()) as { stage: string }
      expect(stage).toBe('revoked')
      await elsewhere.close()
    },
  )
})

story.describe('the desks of those who run the house', () => {
  story.use(desk)

  story('shows an operator that the house works, and what it sent', async ({ page, browser, origin }) => {
    const elsewhere = await browser.newContext({ baseURL: origin })
    const applicant = await elsewhere.newPage()
    await signIn(applicant, yu)
    const company = { name: '青岛汀屿信息科技有限公司', seat: 'panggu-1-5-1-3' }
    const id = await prepareCompany(applicant.request, yu, company)
    expect(await submitCompany(applicant.request, id)).toBe('approved')
    await elsewhere.close()
    await page.goto('/work/login')
    await sitDown(page, 'yunwei', '/work')
    await page
      .getByRole('link', { name: /运行状况/ })
      .first()
      .click()
    await expect(page.getByRole('rowheader', { name: '数据库' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: '账本' })).toBeVisible()
    await expect(page.getByText('◆')).toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('link', { name: '发件箱' }).click()
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('营业执照已签发').first()).toBeVisible({ timeout: 5_000 })
    }).toPass()
    await expectAccessible(page)
    await page.goto('/work/registrar')
    await expect(page.getByRole('alert')).toBeVisible()
    for (const address of ['/work/nowhere', '/work/lights/nowhere/at-all']) {
      await page.goto(address)
      await page.getByRole('link', { name: '回到工作台' }).click()
      await expect(page.getByRole('heading', { name: '工作台', exact: true })).toBeVisible()
    }
  })

  story('gives a duty only by two people', async ({ page }) => {
    await page.goto('/work/login')
    await sitDown(page, 'anquan1', '/work/grants')
    await page.getByLabel('用户名').fill('bangban')
    await page.getByLabel('岗位').selectOption({ label: '登记员' })
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await expect(page.getByText('已提出，等另一位安全管理员确认。')).toBeVisible()
    await expectAccessible(page)
    const row = page.getByRole('listitem').filter({ hasText: '孙晓 登记员' })
    await row.getByRole('button', { name: /确认/ }).click()
    await expect(page.getByRole('alert')).toBeVisible()

    await page.request.delete('/api/session')
    await sitDown(page, 'anquan2', '/work/grants')
    await row.getByRole('button', { name: /确认/ }).click()
    await expect(row.getByText('有效')).toBeVisible()
    await row.getByRole('button', { name: /收回/ }).click()
    await row.getByLabel('收回的理由').fill('演示结束')
    await row.getByRole('button', { name: /收回/ }).click()
    await expect(row.getByText('已收回')).toBeVisible()

    await page.request.delete('/api/session')
    await sitDown(page, 'shenji', '/work/audit')
    await expect(page.getByRole('cell', { name: 'access.revoke-grant' }).first()).toBeVisible()
    await expectAccessible(page)
  })
})
