// The shelf: covers as it shows them, and books that leave it while they are open.
import { plainPng, smallBook, smallEpub } from '../fixtures/small-book.ts'
import { imageSize } from './page/in-page.js'
import { expect, test } from './studio.ts'

test('a large cover is shown as it was made small on the way in', async ({ studio }) => {
  const { page } = studio
  const large = plainPng(1200, 1800, [40, 90, 140])
  await studio.drop(studio.file('cat.epub', smallEpub(large)))
  await page.getByRole('button', { name: 'Back to the library' }).click()
  const cover = page.getByRole('link', { name: `Open ${smallBook.title}` }).locator('img')
  await expect(cover).toHaveAttribute('src', /\/media\/cover\/[^/]+\/[0-9a-f]{64}$/)
  await expect.poll(() => cover.evaluate(imageSize)).toEqual([320, 480])
})

test('a cover that cannot be shown is drawn from the title', async ({ studio }) => {
  const { page } = studio
  const damaged = plainPng(120, 180, [40, 90, 140]).subarray(0, 40)
  await studio.drop(studio.file('cat.epub', smallEpub(damaged)))
  await page.getByRole('button', { name: 'Back to the library' }).click()
  const card = page.getByRole('link', { name: `Open ${smallBook.title}` })
  await expect(card.locator('[data-cloth]')).toContainText(smallBook.title)
  await expect(card.locator('img')).toHaveCount(0)
})

for (const [screen, button] of [
  ['studio', null],
  ['review', 'Review'],
] as const) {
  test(`a book that is removed elsewhere says so in its ${screen}`, async ({ studio }) => {
    const { page } = studio
    await studio.drop(studio.file('cat.epub', smallEpub()))
    await expect(page.getByRole('button', { name: 'Review', exact: true })).toBeVisible()
    if (button !== null) await page.getByRole('button', { name: button, exact: true }).click()
    const { projects } = await studio.ask('library.list', {})
    await studio.ask('project.remove', { projectId: projects[0]?.id ?? '' })
    await expect(page.getByRole('heading', { name: 'This book was removed' })).toBeVisible()
    await expect(page.getByRole('alert')).toContainText(smallBook.title)
    await page.getByRole('button', { name: 'Back to the library' }).click()
    await expect(page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
    await expect(page.getByRole('link', { name: `Open ${smallBook.title}` })).toHaveCount(0)
  })
}
