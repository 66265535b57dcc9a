// The log in the performance panel: looked through by keys, chosen by level and text, copied, followed.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallEpub } from '../fixtures/small-book.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './studio.ts'

test('the log is shown, chosen from, followed at its end, and copied as text', async ({
  studio,
}) => {
  const { page } = studio
  const write = (level: number, msg: string, fields: object = {}) =>
    appendFileSync(
      join(studio.dataFolder, 'logs/lectern.log'),
      `${JSON.stringify({ level, time: Date.now(), msg, ...fields })}\n`,
    )
  for (let number = 0; number < 300; number++) write(30, `note ${number}`)
  const spans = [{ operation: 'store', of: null, count: 3, totalMs: 1400, maxMs: 900, spans: [] }]
  write(40, 'slow operation', { slow: 'operation', of: 'project.open', durationMs: 1500, spans })
  write(50, 'an export failed', { failure: { code: 'disk-full' } })

  await studio.drop(studio.file('cat.epub', smallEpub()))
  await page.getByRole('button', { name: 'Show performance' }).click()
  const dock = page.getByRole('region', { name: 'Performance' })
  await dock.getByRole('radio', { name: 'The last five minutes' }).focus()
  await page.keyboard.press('ArrowLeft')
  const log = dock.getByRole('region', { name: 'Log' })
  await expect(log.getByText('an export failed')).toBeInViewport()
  await expect(log.getByText('store 3× 1400 ms')).toBeInViewport()
  write(30, 'came while it was looked at')
  await expect(log.getByText('came while it was looked at')).toBeInViewport()
  await expectAccessible(studio, 'the log')

  // Away from the end it stands still; what was before comes in front of it.
  await log.focus()
  await page.keyboard.press('Home')
  const toEnd = dock.getByRole('button', { name: 'To the newest' })
  await expect(toEnd).toBeVisible()
  await log.getByRole('button', { name: 'Show earlier lines' }).press('Enter')
  await expect(log.getByText('the studio is open')).toBeAttached()
  write(30, 'came while nobody was at the end')
  await toEnd.press('Enter')
  await expect(log.getByText('came while nobody was at the end')).toBeInViewport()
  await expect(toEnd).toBeHidden()

  await dock.getByRole('radio', { name: 'Warnings' }).click()
  // A busy machine may have slow operations of its own.
  await expect(log.getByText('an export failed')).toBeVisible()
  await expect(log.getByText(/^note \d+$/)).toHaveCount(0)
  await dock.getByRole('searchbox', { name: 'Search in the log' }).fill('DISK')
  await expect(log.getByRole('listitem')).toHaveCount(1)
  if (studio.name === 'web')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await dock.getByRole('button', { name: 'Copy as text' }).press('Enter')
  await expect(page.getByText('1 line copied.').first()).toBeVisible()
  await dock.getByRole('searchbox', { name: 'Search in the log' }).fill('nothing is like that')
  await expect(log.getByText('No line of the log is like that.')).toBeVisible()
})
