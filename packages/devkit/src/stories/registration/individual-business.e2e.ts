import { answerPeople, arrive, next, question, signAloneAndSubmit } from '../filling-in.ts'
import { aHuman, expectAccessible } from '../human.ts'
import { yu } from '../prepared-company.ts'
import { expect, phone, story } from '../story.ts'

const shop = '青岛屿汀便利店'

story.describe('an individual business on a phone', () => {
  story.use(phone)

  story(
    'is registered at once, with its operator and the wording still to be confirmed',
    async ({ page }) => {
      const newcomer = aHuman(page, 'phone')
      await arrive(newcomer, page, yu.name)
      await newcomer.tap(page.getByRole('radio', { name: /个体工商户/ }))
      // the situations of companies are not asked of it
      await expect(page.getByRole('group', { name: '有没有下列情形？' })).toBeHidden()
      await expectAccessible(page)
      await newcomer.tap(page.getByRole('button', { name: /^开始/ }))

      await question(page, '取个名称，也可以不用名称')
      await newcomer.type(page.getByLabel('名称', { exact: true }), shop)
      await expect(page.getByText('这个名称可以使用')).toBeVisible()
      await newcomer.tap(page.getByLabel(/我承诺/))
      await expectAccessible(page)
      await next(newcomer, page)

      await question(page, '选一个工位作经营场所')
      await newcomer.tap(page.getByRole('radio', { name: /中欧科创园/ }))
      await newcomer.tap(page.getByRole('group', { name: '再选工位' }).getByRole('button').first())
      await expect(page.getByText(/已为您保留/)).toBeVisible()
      await expectAccessible(page)
      await next(newcomer, page)

      await question(page, '做什么生意')
      await newcomer.type(page.getByLabel('用平常的话说说'), '小卖部')
      await newcomer.press('Enter')
      const found = page.getByRole('listitem').filter({ hasText: '仅销售预包装食品' })
      await expect(found.getByText('待确认')).toBeVisible()
      await newcomer.tap(found.getByRole('button', { name: /^加入/ }))
      await expect(page.getByRole('listitem').filter({ hasText: '去掉' }).getByText('待确认')).toBeVisible()
      await expectAccessible(page)
      await next(newcomer, page)

      await answerPeople(newcomer, page, [yu])
      await question(page, '谁来经营')
      await expectAccessible(page)
      await newcomer.type(page.getByLabel('经营者住所'), '山东省青岛市城阳区正阳路1号3单元201户')
      await next(newcomer, page)

      await question(page, '核对填写的内容')
      await expect(page.getByText('签名后系统会自动审批')).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: '仅销售预包装食品' })).toContainText('待确认')
      await expectAccessible(page)
      await signAloneAndSubmit(newcomer, page, shop)
      await expect(page.getByRole('heading', { name: '办好了' })).toBeVisible()
      await expect(page.getByText('系统自动审批，没有人工干预')).toBeVisible()
      await expectAccessible(page)

      const { steps, seconds } = newcomer.report()
      expect(steps).toBeLessThanOrEqual(38)
      expect(seconds).toBeLessThanOrEqual(360)

      await page.getByRole('link', { name: '任何人都可以核验' }).click()
      await expect(page.getByText(shop)).toBeVisible()
      await expect(page.getByText('个体工商户')).toBeVisible()
      await expectAccessible(page)
    },
  )
})
