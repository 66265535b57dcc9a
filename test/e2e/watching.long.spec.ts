// The studio tells how it is: its processes, what it warns of; and gives memory back.
import { smallEpub } from '../fixtures/small-book.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './studio.ts'

test('processes are shown, a warning comes and goes, and memory is given back', async ({
  studio,
}) => {
  const { page } = studio
  await studio.drop(studio.file('cat.epub', smallEpub()))
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated()
  await page.getByRole('button', { name: 'Show performance' }).click()
  await page.getByRole('radio', { name: 'Processes' }).click()
  const processes = page.getByRole('region', { name: 'Processes' })
  await expect(processes.getByRole('rowheader', { name: 'Main process' })).toBeVisible()
  await expect(processes.getByRole('rowheader', { name: /lectern-store/ })).toBeVisible()
  await expect(page.getByText('Nothing grows without falling again.')).toBeVisible()

  // No disk has as much as is asked for here.
  await studio.ask('settings.change', { name: 'alertDisk', value: 1024 ** 4 })
  await expect(page.getByText(/^\d warnings?$/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('list', { name: 'Warnings' })).toContainText('are free where takes')
  await expectAccessible(studio, 'the processes, with a warning')

  await page.getByRole('button', { name: 'Optimise now' }).press('Enter')
  await expect(page.getByText(/^From .* to .*[.:]/).first()).toBeVisible({ timeout: 20_000 })
})
