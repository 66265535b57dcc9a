// A closed window: work goes on without it and says so, and a second start shows it again.
import { startSecond } from './electron-shell.ts'
import { expect, test } from './studio.ts'
import type { ElectronApplication } from '@playwright/test'

const story = Array.from(
  { length: 300 },
  (_, at) => `A sentence with the number ${at} that is long enough to stand alone in its row.`,
).join('\n\n')

test('a narration goes on when the window is closed, says so, and is found by a second start', async ({
  studio,
}) => {
  test.slow()
  const { page, dataFolder, name } = studio
  const { app } = studio as unknown as { app: ElectronApplication }
  if (name === 'web') throw new Error('a page has no window of its own')
  await app.evaluate(({ Notification }) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    Notification.prototype.show = function show(this: { body: string; emit(name: string): void }) {
      said.push(this.body)
      this.emit('show')
    }
  })
  const said = () => app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await studio.drop(studio.file('Long.md', `# Long\n\n${story}`))
  await page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated(2)

  await page.close()
  await expect.poll(said).toEqual([expect.stringContaining('goes on narrating 1 book.')])
  const [window] = await Promise.all([
    app.waitForEvent('window'),
    startSecond(name, dataFolder, []).then((code) => expect(code).toBe(0)),
  ])
  await window.waitForURL((url) => url.href !== 'about:blank')
  await window.getByRole('link', { name: 'Open Long' }).click()
  await expect(window.getByRole('heading', { level: 1, name: 'Long' })).toBeVisible()
  await expect.poll(async () => (await said()).at(-1), { timeout: 90_000 }).toContain('narrated.')
})
