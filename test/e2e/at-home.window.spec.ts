// At home in the system: what the stand-in is told of work, and a window that opens where it was.
import type { ElectronApplication } from '@playwright/test'
import { openElectronShell } from './electron-shell.ts'
import { expect, test, type StudioUnderTest } from './studio.ts'

const appOf = (studio: StudioUnderTest) =>
  (studio as StudioUnderTest & { app: ElectronApplication }).app

/** What only the stand-in keeps. */
type Told = { progress: number; started: Map<number, string> }
const bounds = { x: 300, y: 120, width: 1100, height: 700 }

test('work shows on the taskbar and keeps the computer awake; the window opens where it was', async ({
  studio,
}) => {
  test.skip(studio.name !== 'stand-in', 'the system tells nobody what it shows')
  test.slow()
  const told = () =>
    appOf(studio).evaluate(({ BrowserWindow, powerSaveBlocker }) => ({
      progress: (BrowserWindow.getAllWindows()[0] as unknown as Told).progress,
      awake: [...(powerSaveBlocker as unknown as Told).started.values()],
    }))
  const story = Array.from({ length: 200 }, (_, at) => `Sentence ${at} stands alone in its row.`)
  await studio.drop(studio.file('Long.md', `# Long\n\n${story.join('\n\n')}`))
  expect(await told()).toEqual({ progress: -1, awake: [] })
  await studio.page.getByRole('button', { name: 'Narrate', exact: true }).click()
  await expect.poll(async () => (await told()).awake).toEqual(['prevent-app-suspension'])
  await expect.poll(async () => (await told()).progress).toBeGreaterThan(0)
  const { jobs } = await studio.ask('job.list', {})
  await studio.ask('job.cancel', { jobId: jobs.find(({ kind }) => kind === 'speech')?.id ?? '' })
  await expect.poll(told).toEqual({ progress: -1, awake: [] })

  const app = appOf(studio)
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  await app.evaluate(({ BrowserWindow }, place) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds(place)
    window?.maximize()
  }, bounds)
  await app.evaluate(({ app }) => app.quit()).catch(() => {})
  await ended
  await studio.restart()
  const place = () =>
    appOf(studio).evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      return { ...window?.getNormalBounds(), isMaximized: window?.isMaximized() }
    })
  await expect.poll(place).toEqual({ ...bounds, isMaximized: true })
})

test('safe mode leaves the graphics card and the look aside, says so, and loses nothing', async ({
  studio,
}) => {
  test.skip(studio.name !== 'stand-in', 'the system tells nobody what is left aside')
  const { dataFolder, problems } = studio
  await studio.ask('settings.change', { name: 'theme', value: 'dark' })
  await studio.kill()
  const safe = await openElectronShell('stand-in', dataFolder, problems, {
    words: ['--safe-mode'],
  })
  await expect(safe.page.getByText('Safe mode:').first()).toBeVisible()
  await expect(safe.page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  const accelerated = await safe.app.evaluate(
    ({ app }) => (app as unknown as { hasHardwareAcceleration: boolean }).hasHardwareAcceleration,
  )
  expect(accelerated).toBe(false)
  await safe.close()
  await studio.restart()
  await expect(studio.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})
