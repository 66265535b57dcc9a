// Backups of the library: made, listed and put in force in the settings, with the keyboard alone.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { smallEpub } from '../fixtures/small-book.ts'
import { expectAccessibleAsShown } from './accessible.ts'
import { expect, test } from './studio.ts'

test('a backup is made by hand, and restored at the next start with its book', async ({
  studio,
}) => {
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await expect(studio.page.getByRole('grid', { name: /^Segments of/ })).toBeVisible()
  const [book] = (await studio.ask('library.list', {})).projects
  await studio.page.getByRole('button', { name: 'Settings' }).click()
  const now = studio.page.getByRole('button', { name: 'Back up now' })
  await expect(studio.page.getByText('There is no backup yet.')).toBeVisible()
  await now.focus()
  await studio.page.keyboard.press('Enter')
  const table = studio.page.getByRole('table', { name: 'Backups of the library' })
  await expect(table.getByRole('row')).toHaveCount(2)
  await expect(table).toContainText('By hand')
  // Scrolled half away, a row of the page is smaller than it is.
  await studio.page.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded()
  await expectAccessibleAsShown(studio, 'backups')

  await studio.ask('project.remove', { projectId: String(book?.id) })
  const ready = studio.page.getByText(/takes the library’s place when Lectern is closed/)
  const layReady = async () => {
    await table.getByRole('button', { name: /^Restore the backup of/ }).focus()
    await studio.page.keyboard.press('Enter')
    await studio.page.getByRole('button', { name: 'Restore at the next start' }).press('Enter')
    await expect(ready.first()).toBeVisible()
  }
  await layReady()
  await studio.page.getByRole('button', { name: 'Do not restore after all' }).press('Enter')
  await expect(ready).toHaveCount(0)
  await expect(now).toBeFocused()
  await layReady()

  await studio.kill()
  await studio.restart()
  await expect(studio.page.getByText(/^The backup “.*” is in force now\.$/).first()).toBeVisible()
  expect((await studio.ask('library.list', {})).projects.map(({ id }) => id)).toEqual([book?.id])
  const kept = readdirSync(join(studio.dataFolder, 'backups')).toSorted()
  expect(kept.map((name) => name.replace(/.*Z/, ''))).toEqual(['-asked.db', '-replaced.db'])
})
