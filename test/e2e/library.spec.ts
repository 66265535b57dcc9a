// The shelf: covers as it shows them, and books that leave it while they are open.
import { readFileSync } from 'node:fs'
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

test('the shelf by keys alone: found, sorted, renamed, copied, archived, removed and taken back', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  const keys = page.keyboard
  const home = page.getByRole('button', { name: 'Back to the library' })
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await home.click()
  await studio.drop(studio.file('Zebra.md', `# Zebra\n\nA sentence about it.`))
  await home.click()
  const titles = () =>
    page.getByRole('listitem').getByRole('heading', { level: 2 }).allTextContents()
  await expect.poll(titles).toEqual(['Zebra', smallBook.title])
  const reach = async (name: string) => {
    const wanted = page.getByRole('main').locator(':focus')
    for (let step = 0; step < 40; step += 1) {
      await keys.press('Tab')
      if ((await wanted.count()) === 1 && (await wanted.getAttribute('aria-label')) === name) return
    }
    throw new Error(`${name} is not reached`)
  }
  const choose = async (title: string, item: string) => {
    await reach(`Actions for ${title}`)
    await keys.press('Enter')
    await expect(page.getByRole('menu')).toBeVisible()
    for (let step = 0; step < 10; step += 1) {
      if ((await page.locator('[role=menuitem]:focus').textContent()) === item) break
      await keys.press('ArrowDown')
    }
    await keys.press('Enter')
    await expect(page.getByRole('menu')).toBeHidden()
  }

  await keys.press('ControlOrMeta+f')
  await keys.type('zeb')
  await expect(page.getByText('1 of 2 books')).toBeVisible()
  expect(await titles()).toEqual(['Zebra'])
  await keys.press('ControlOrMeta+a')
  await keys.type('nothing like it')
  await expect(page.getByRole('heading', { name: 'No book matches' })).toBeVisible()
  await keys.press('Escape')
  await expect(page.getByText('2 books')).toBeVisible()
  await keys.press('Tab')
  await keys.type('Ti')
  await expect.poll(titles).toEqual([smallBook.title, 'Zebra'])

  await reach(`Open ${smallBook.title}`)
  await keys.press('F2')
  const form = page.getByRole('dialog', { name: 'Edit the book' })
  await expect(form.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await keys.press('ControlOrMeta+a')
  await keys.type('A Cat of Mine')
  await keys.press('Enter')
  await expect(form).toBeHidden()
  await expect.poll(titles).toEqual(['A Cat of Mine', 'Zebra'])
  await keys.press('ControlOrMeta+z')
  await expect.poll(titles).toEqual([smallBook.title, 'Zebra'])

  await choose('Zebra', 'Duplicate')
  await expect.poll(titles).toEqual([smallBook.title, 'Zebra', 'Zebra (copy)'])
  await choose('Zebra (copy)', 'Archive')
  await expect.poll(titles).toEqual([smallBook.title, 'Zebra'])
  await expect(page.getByRole('radio', { name: 'Archived (1)' })).toBeVisible()
  // The focus is with a neighbour, not lost with the card.
  await expect(page.getByRole('link', { name: 'Open Zebra' })).toBeFocused()

  await keys.press('Delete')
  await expect.poll(titles).toEqual([smallBook.title])
  await keys.press('ControlOrMeta+z')
  await expect.poll(titles).toEqual([smallBook.title, 'Zebra'])
  await choose('Zebra', 'Remove')
  await expect.poll(titles).toEqual([smallBook.title])
  // The news has the next word: its newest sentence comes first.
  await keys.press('F6')
  const undo = page.getByRole('dialog').filter({ hasText: '“Zebra” was removed' }).last()
  for (let step = 0; step < 10; step += 1) {
    if (
      (await undo
        .locator(':focus')
        .textContent({ timeout: 200 })
        .catch(() => '')) === 'Undo'
    )
      break
    await keys.press('Tab')
  }
  await expect(undo.getByRole('button', { name: 'Undo' })).toBeFocused()
  await keys.press('Enter')
  await expect.poll(titles).toEqual([smallBook.title, 'Zebra'])
})

test('a cover and authors that are chosen are shown, made small, and told by exports', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await page.getByRole('button', { name: 'Back to the library' }).click()
  await page.getByRole('button', { name: `Actions for ${smallBook.title}` }).click()
  await page.getByRole('menuitem', { name: /^Edit title/ }).click()
  const form = page.getByRole('dialog', { name: 'Edit the book' })
  const picture = studio.file('new.png', plainPng(900, 1200, [160, 40, 40]))
  await form.locator('input[type=file]').setInputFiles(picture)
  await expect(form.getByText('New: new.png')).toBeVisible()
  await form.getByRole('textbox', { name: 'Authors' }).fill('Me\nYou')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  const cover = page.getByRole('link', { name: `Open ${smallBook.title}` }).locator('img')
  const address = /\/media\/cover\/[^/]+\/[0-9a-f]{64}$/
  await expect(cover).toHaveAttribute('src', address)
  await expect.poll(() => cover.evaluate(imageSize)).toEqual([320, 427])
  await expect(page.getByText('Me, You')).toBeVisible()
  const { projects } = await studio.ask('library.list', {})
  const tags = await studio.ask('export.tags', { projectId: projects[0]?.id ?? '' })
  expect(tags).toMatchObject({ authors: ['Me', 'You'] })
})

test('a removed book is gone for good after a restart', async ({ studio }) => {
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await studio.page.getByRole('button', { name: 'Back to the library' }).click()
  const { projects } = await studio.ask('library.list', {})
  const projectId = projects[0]?.id ?? ''
  await studio.ask('project.remove', { projectId })
  studio.page.removeAllListeners()
  await studio.kill()
  await studio.restart()
  await expect(studio.page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  await expect(studio.ask('project.restore', { projectId })).rejects.toThrow('not-found')
})

test('a book that is saved with its takes opens in another data folder, and nothing is spoken again', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub(plainPng(60, 90, [40, 90, 140]))))
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await page.getByRole('button', { name: 'Back to the library' }).click()
  const name = `${smallBook.title}.lectern`
  const path = await studio.exported(name, async () => {
    await page.getByRole('button', { name: `Actions for ${smallBook.title}` }).click()
    await page.getByRole('menuitem', { name: 'Save with its takes…' }).click()
    await expect(page.getByText(`is saved as “${name}”`)).toBeVisible()
  })
  const before = (await studio.ask('library.list', {})).projects[0]
  page.removeAllListeners()
  await studio.kill()
  await studio.restartIn('elsewhere')

  await expect(studio.page.getByRole('button', { name: 'Listen to the sample' })).toBeVisible()
  await studio.drop(path)
  await expect(studio.page.getByRole('grid')).toBeVisible()
  const after = (await studio.ask('library.list', {})).projects[0]
  const { id: _, cover: __, openedAt: ___, createdAt: ____, ...same } = before ?? { id: '' }
  expect(after).toMatchObject(same)
  expect(after?.ready).toBe(after?.segments)
  await studio.page.getByRole('button', { name: 'Back to the library' }).click()
  const card = studio.page.getByRole('link', { name: `Open ${smallBook.title}` })
  await expect.poll(() => card.locator('img').evaluate(imageSize)).toEqual([60, 90])

  await studio.drop(studio.file('wrong.lectern', readFileSync(path).subarray(0, 4000)))
  await expect(studio.page.getByText(/wrong.lectern” is damaged/).first()).toBeVisible()
})
