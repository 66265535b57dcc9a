// A new version, from the feed to its first start in the old one's place: by electron-updater, on the stand-in.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { openFileServer } from '../fixtures/file-server.ts'
import { openElectronShell } from './electron-shell.ts'
import { expect, test } from './studio.ts'

test('a new version waits for the end of a narration, and then takes the place of the old one', async ({
  studio,
}) => {
  test.skip(studio.name !== 'stand-in', 'only a packed Electron would update itself')
  test.slow()
  await studio.kill()
  const scratch = dirname(studio.dataFolder)
  const started = join(scratch, 'started')
  const bytes = Buffer.from(`#!/bin/sh\necho new > ${started}\n`)
  const sha512 = createHash('sha512').update(bytes).digest('base64')
  const server = await openFileServer({
    'latest-linux.yml': Buffer.from(
      `version: 9.1.0\nfiles:\n  - url: lectern-9.1.0.AppImage\n    sha512: ${sha512}\n` +
        `releaseNotes: "- Voices that <b>sing</b>."\n`,
    ),
    'lectern-9.1.0.AppImage': bytes,
  })
  const resources = join(scratch, 'resources')
  mkdirSync(resources)
  writeFileSync(
    join(resources, 'app-update.yml'),
    `provider: generic\nurl: ${server.address}\nupdaterCacheDirName: lectern\n`,
  )
  const appImage = studio.file('Lectern.AppImage', 'the old one')
  chmodSync(appImage, 0o755)
  const app = await openElectronShell('stand-in', studio.dataFolder, studio.problems, {
    packed: { resources },
    environment: { APPIMAGE: appImage, APPDIR: scratch, XDG_CACHE_HOME: join(scratch, 'cache') },
  })
  // It ends by itself.
  Object.assign(studio, { page: app.page, close: async () => {} })
  try {
    const ended = new Promise((resolve) => app.app.process().once('exit', resolve))
    const story = Array.from({ length: 200 }, (_, at) => `Sentence ${at} stands alone in its row.`)
    await studio.drop(studio.file('Long.md', `# Long\n\n${story.join('\n\n')}`))
    await app.page.getByRole('button', { name: 'Narrate', exact: true }).click()
    await app.page.goto(new URL('#/settings', app.page.url()).href)
    await app.page.getByRole('button', { name: 'Look for updates' }).click()
    const part = app.page.getByRole('region', { name: 'New versions' })
    await expect(part.getByRole('status')).toHaveText(
      'Version 9.1.0 is here, and whole. It waits until the work is done: nothing is broken off.',
    )
    await expect(app.page.getByText('Lectern 9.1.0 is ready').first()).toBeVisible()
    await part.getByText('What is new in 9.1.0').click()
    await expect(part.getByText('- Voices that <b>sing</b>.')).toBeVisible()
    await part.getByRole('button', { name: 'Update afterwards' }).click()
    await expect(part.getByRole('button', { name: 'Do not update yet' })).toBeFocused()
    expect(readFileSync(appImage, 'utf8')).toBe('the old one')
    const { jobs } = await studio.ask('job.list', {})
    const jobId = jobs.find(({ kind }) => kind === 'speech')?.id ?? ''
    await studio.ask('job.cancel', { jobId })
    await ended
    expect(readFileSync(appImage)).toEqual(bytes)
    await expect.poll(() => existsSync(started)).toBe(true)
  } finally {
    await server.close()
  }
})
