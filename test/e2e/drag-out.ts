// A finished book dragged out by its name: the window hands over a file, a browser the address to fetch it from.
import { existsSync } from 'node:fs'
import type { ElectronApplication, Locator } from '@playwright/test'
import { emptyTransfer } from './page/in-page.js'
import { expect, type StudioUnderTest } from './studio.ts'

/** What only the stand-in keeps. */
type Dragging = { dragged: { file: string; icon: string }[] }

/** Drags the name that the dialog shows of it, now and among earlier exports; `path`: where it lies. */
export async function dragOut(
  studio: StudioUnderTest,
  dialog: Locator,
  path: string,
): Promise<void> {
  const shown = dialog.locator('[draggable=true]')
  if (studio.name === 'web') {
    const dataTransfer = await studio.page.evaluateHandle(emptyTransfer)
    await shown.dispatchEvent('dragstart', { dataTransfer })
    const carried = await dataTransfer.evaluate((data) => data.getData('DownloadURL'))
    expect(carried).toMatch(/^application\/octet-stream:.+\.m4b:http:\/\/127\.0\.0\.1:/)
    return
  }
  const { app } = studio as StudioUnderTest & { app: ElectronApplication }
  // Nobody would let go of it.
  if (studio.name !== 'stand-in') return
  const dragged = () =>
    app.evaluate(
      ({ webContents }) =>
        (webContents.getAllWebContents() as unknown as Dragging[])[0]?.dragged ?? [],
    )
  await shown.dispatchEvent('dragstart')
  await expect.poll(async () => (await dragged()).map(({ file }) => file)).toEqual([path])
  await dialog.getByRole('button', { name: 'Export again' }).click()
  await dialog.getByText('Earlier exports').click()
  await shown.dispatchEvent('dragstart')
  await expect.poll(async () => (await dragged()).map(({ file }) => file)).toEqual([path, path])
  expect((await dragged()).filter(({ icon }) => !existsSync(icon))).toEqual([])
}
