// A closed window: work goes on without it and says so, and a second start shows it again.
import type { ElectronApplication } from '@playwright/test'
import { startSecond } from './electron-shell.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

const story = (sentences: number) =>
  `# Long\n\n${Array.from(
    { length: sentences },
    (_, at) => `A sentence with the number ${at} that is long enough to stand alone in its row.`,
  ).join('\n\n')}`

const appOf = (studio: StudioUnderTest) =>
  (studio as StudioUnderTest & { app: ElectronApplication }).app

async function narrate(studio: StudioUnderTest, sentences: number) {
  await studio.drop(studio.file('Long.md', story(sentences)))
  await studio.page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await studio.narrated(2)
}

test('a narration goes on when the window is closed, says so, and is found by a second start', async ({
  studio,
}) => {
  test.slow()
  const { page, dataFolder, name } = studio
  if (name === 'web') return
  const app = appOf(studio)
  await app.evaluate(({ Notification }) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    Notification.prototype.show = function show(this: { body: string; emit(name: string): void }) {
      said.push(this.body)
      this.emit('show')
    }
  })
  const said = () => app.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await narrate(studio, 300)

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

test('an app without windows ends when its work is done', async ({ studio }) => {
  test.skip(process.platform === 'darwin', 'a Mac keeps it in its dock')
  test.slow()
  const app = appOf(studio)
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve))
  await narrate(studio, 60)
  await studio.page.close()
  expect(await ended).toBe(0)
  await studio.restart()
  const { projects } = await studio.ask('library.list', {})
  expect(projects.map(({ segments, ready }) => segments - ready)).toEqual([0])
})
