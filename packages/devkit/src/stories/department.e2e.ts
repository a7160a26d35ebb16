import { acceptedCase, send, staffWindow } from './desk-people.ts'
import { aHuman, expectAccessible } from './human.ts'
import { expect, signInStaff, story } from './story.ts'
import { storyNow } from './story-day.ts'

const desk = { viewport: { width: 1440, height: 900 } } as const
const people = [
  ['林海宁', '370214198804120016'],
  ['周文澜', '370203199109170025'],
  ['马立新', '370281198307300075'],
  ['许安然', '370285199411110087'],
  ['于青禾', '370282199603080063'],
  ['高守业', '370213197902250059'],
] as const
const permit = {
  service: 'M307',
  applicant: { name: '林海宁', identityNumber: '370214198804120016' },
  papers: [
    'application-form',
    'direct-award-form',
    'construction-contract',
    'funding-commitment',
    'quality-safety-measures',
    'supervision-contract',
  ],
  facts: {
    'bidding.required': false,
    'build.type': 'fitout',
    'build.facadeChange': false,
    'fire.needsDesign': false,
  },
}

story.describe('the desk of a department', () => {
  story.use(desk)

  story(
    'asks for a correction with a preset reason and takes it back before anybody has heard of it',
    async ({ page, browser, baseURL }) => {
      const clerk = await staffWindow(browser, baseURL, 'bangban')
      const { id, number } = await acceptedCase(clerk, permit)
      await page.goto('/work/login')
      await signInStaff(page, 'shenpi2')
      await page.goto('/work/department')
      const officer = aHuman(page, 'pc')
      await officer.tap(page.getByRole('link', { name: number }))
      await officer.tap(page.getByRole('tab', { name: '补正' }))
      await officer.tap(page.getByRole('button', { name: '施工合同：未签字盖章' }))
      await officer.tap(page.getByRole('button', { name: '告知补正（1 项）' }))
      await officer.tap(page.getByRole('button', { name: '撤回', exact: true }))
      await expect(page.getByText('审查中')).toBeVisible()
      const { steps, seconds } = officer.report()
      expect(steps).toBeLessThanOrEqual(5)
      expect(seconds).toBeLessThanOrEqual(40)
      await expectAccessible(page)

      // longer than the time to take it back: the job has looked, and told nobody
      await page.waitForTimeout(13_000)
      const timeline = await (await page.request.get(`/api/cases/${id}/timeline`)).json()
      const types = (timeline as { events: { type: string }[] }).events.map(({ type }) => type)
      expect(types.slice(-2)).toEqual(['correction-requested', 'correction-taken-back'])
      const auditor = await staffWindow(browser, baseURL, 'shenji')
      await auditor.goto('/work/audit')
      await auditor.getByLabel('只看这一件').fill(id)
      await auditor.getByRole('button', { name: '查看' }).click()
      await expect(auditor.getByRole('cell', { name: 'cases.request-review-correction' })).toBeVisible()
      await expect(auditor.getByRole('cell', { name: 'cases.take-back-review-correction' })).toBeVisible()
      const operator = await staffWindow(browser, baseURL, 'yunwei')
      await operator.goto('/work/outbox')
      await expect(operator.getByRole('heading', { name: '发件箱' })).toBeVisible()
      await expect(operator.getByText(`办件${number}需要补正`)).toHaveCount(0)
    },
  )

  story(
    'approves five filings that passed the checks together; the sixth cannot be chosen and says why',
    async ({ page, browser, baseURL }) => {
      const clerk = await staffWindow(browser, baseURL, 'bangban')
      const filed: { id: string; number: string; version: number }[] = []
      for (const [name, identityNumber] of people)
        filed.push(
          await acceptedCase(clerk, {
            service: 'M315',
            applicant: { name, identityNumber },
            papers: ['demolition-plan'],
          }),
        )
      const sixth = filed.at(-1)
      if (sixth === undefined) throw new Error('six were filed')
      await page.goto('/work/login')
      await signInStaff(page, 'shenpi2')
      const asked = { asked: 'ecology', question: '拆除范围内是否有危险废物？' }
      const due = new Date(storyNow().getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
      await send(page, `/api/cases/${sixth.id}/consultations`, { version: sixth.version, ...asked, due })

      await page.goto('/work/department?q=拆除工程')
      const officer = aHuman(page, 'pc')
      const five = filed.slice(0, 5)
      const [first] = five
      if (first === undefined) throw new Error('five were filed')
      const blocked = page.getByRole('checkbox', { name: `${sixth.number} 不能一并批准：征求意见未结束` })
      await expect(blocked).toBeDisabled()
      await officer.tap(page.getByRole('button', { name: `选中“拆除工程施工备案”可一并批准的` }))
      await officer.tap(page.getByRole('button', { name: '一并批准 5 件' }))
      const question = page.getByRole('dialog')
      await expect(question.getByText(/提交后将通知：申请人/)).toBeVisible()
      await officer.tap(question.getByRole('button', { name: '一并批准 5 件' }))
      await expect(page.getByText(/5 件将在 \d+ 秒后准予/)).toBeVisible()
      for (const { id } of five) {
        const { situation } = (await (await page.request.get(`/api/cases/${id}`)).json()) as {
          situation: string
        }
        expect(situation).toBe('in-review')
      }
      await expect(page.getByText('5 件已准予，申请人会收到通知。')).toBeVisible({ timeout: 30_000 })
      const { steps, seconds } = officer.report()
      expect(steps).toBeLessThanOrEqual(6)
      expect(seconds).toBeLessThanOrEqual(40)
      const { situation } = (await (await page.request.get(`/api/cases/${first.id}`)).json()) as {
        situation: string
      }
      expect(situation).toBe('granted')
      await expectAccessible(page)
    },
  )
})
