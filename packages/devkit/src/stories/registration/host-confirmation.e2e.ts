import { answerName, next, question } from '../filling-in.ts'
import { aHuman, expectAccessible } from '../human.ts'
import { longStory, type Somebody } from '../long/long-story.ts'
import { lin } from '../prepared-company.ts'
import { expect, phone } from '../story.ts'

const company = '青岛渟泓信息科技有限公司'
const host = '青岛蓝湾商务秘书有限公司'

const founder: Somebody = {
  name: lin.name,
  identityNumber: lin.identityNumber,
  phone: lin.phone,
  screen: phone,
}
const operator: Somebody = {
  name: '赵刚',
  identityNumber: '370202198405050158',
  roles: ['operator'],
  screen: { viewport: { width: 1366, height: 900 } },
}

// in the hours in which messages go out, whatever the hour of the run
longStory.use({ firstDay: '2026-04-01' })

longStory.describe('a seat of a cluster', () => {
  longStory('is confirmed by its host, who has no account and needs none', async ({ house, browser }) => {
    longStory.setTimeout(240_000)
    const page = await house.at(founder)
    const newcomer = aHuman(page, 'phone')
    await page.goto('/apply/company')
    await newcomer.tap(page.getByRole('button', { name: /^开始/ }))
    await answerName(newcomer, page, company)
    await question(page, '选一个工位作住所')
    await newcomer.tap(page.getByRole('radio', { name: /蓝湾创业园/ }))
    await page.getByLabel('楼栋').selectOption({ label: 'C座' })
    await newcomer.tap(
      page
        .getByRole('group', { name: '再选工位' })
        .getByRole('button', { name: /集群注册/ })
        .first(),
    )
    await expect(page.getByText('待托管机构确认')).toBeVisible()
    await expectAccessible(page)
    await newcomer.type(page.getByLabel('联系电话'), lin.phone)
    await newcomer.tap(page.getByRole('button', { name: '备案地址' }))
    await expect(page.getByText('已请托管机构确认')).toBeVisible()
    await expectAccessible(page)

    // the link goes to the number that the zone's content gives
    await house.settle()
    const outbox = await house.at(operator)
    await outbox.goto('/work/outbox')
    const message = outbox.getByText(/请确认是否托管/).first()
    await expect(message).toBeVisible()
    const link = /\/host\/[\w-]+/.exec((await message.textContent()) ?? '')?.[0] ?? ''

    const elsewhere = await browser.newContext({
      ...phone,
      locale: 'zh-CN',
      baseURL: new URL(page.url()).origin,
    })
    const secretary = await elsewhere.newPage()
    await secretary.goto(link)
    await expect(secretary.getByRole('heading', { name: /请确认是否托管/ })).toBeVisible()
    await expect(secretary.getByText(company)).toBeVisible()
    await secretary.getByRole('button', { name: '不同意' }).click()
    await expect(secretary.getByText('请写明理由，至少 4 个字')).toBeVisible()
    await expectAccessible(secretary)
    await secretary.getByLabel('您的姓名').fill('许托管')
    await secretary.getByRole('button', { name: '确认托管' }).click()
    await expect(secretary.getByRole('heading', { name: '已确认托管' })).toBeVisible()
    await expectAccessible(secretary)
    await secretary.reload()
    await expect(secretary.getByRole('heading', { name: '已确认托管' })).toBeVisible()
    await expect(secretary.getByRole('button', { name: '确认托管' })).toBeHidden()
    await elsewhere.close()

    await page.reload()
    await expect(page.getByText('托管机构已确认')).toBeVisible()
    await expect(page.getByText(`${host}同意接收信件和文书。`)).toBeVisible()
    await next(newcomer, page)
    await question(page, '做什么生意')
  })
})
