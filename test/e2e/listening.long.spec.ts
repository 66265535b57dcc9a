// Listening back by keys alone: a transcription server is set, hears every take once, and flags what it misses twice.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inspectListener } from '../../src/io/transcriber/on-disk/listener-folder.ts'
import { dialogueBook } from '../fixtures/dialogue-book.ts'
import { openTranscriptionServer } from '../transcription-server/transcription-server.ts'
import { tinyListenerFiles } from '../fixtures/tiny-listener.ts'
import { writeFiles } from '../fixtures/tiny-voices.ts'
import { expectAccessible } from './accessible.ts'
import { expect, test } from './studio.ts'

// A step that cannot be done is told soon, not when the whole test is over.
test.use({ actionTimeout: 15_000 })

/** From the first block of the file: its samples in all, and how many a second has. */
function flacSeconds(flac: Buffer): number {
  const bits = flac.readBigUInt64BE(18)
  return Number(bits & 0xf_ffff_ffffn) / Number(bits >> 44n)
}

test('takes are heard by a server, each once, and what it misses twice is one key away', async ({
  studio,
}) => {
  test.slow()
  const { page } = studio
  /** What each row says, by its length: a listener that is told which take it hears. */
  let rows: { text: string; seconds: number }[] = []
  const said = (sound: Buffer): string => {
    const seconds = flacSeconds(sound)
    const [row] = rows.toSorted(
      (one, other) => Math.abs(one.seconds - seconds) - Math.abs(other.seconds - seconds),
    )
    return (row?.text ?? '').replace('them over', 'them')
  }
  const server = await openTranscriptionServer({ said, baseMs: 400 })
  const heard = () => server.calls.filter((call) => call.heard !== '')
  try {
    await studio.drop(studio.file('ferry.txt', dialogueBook.text))
    await expect(page.getByRole('row').first()).toBeVisible()
    await page.keyboard.press('s')
    const panel = page.getByRole('tabpanel', { name: 'Script' })
    await panel.getByRole('radio', { name: 'Listening' }).click()
    const section = panel.getByRole('region', { name: 'Listen back' })
    await expect(section).toContainText('Takes are judged by their sound alone')
    await expect(section).toContainText('nothing before you press “Listen”')
    const other = panel.getByRole('region', { name: 'A model on this computer' })
    await expect(other).toContainText('nothing is sent, and it costs nothing')

    await section.getByText('Set up a transcription server').press('Enter')
    await section.getByRole('textbox', { name: 'Address' }).fill(server.address)
    await section.getByLabel('Model', { exact: true }).fill('whisper-loopback')
    await section.getByLabel('Price per minute of sound').fill('cheap')
    await section.getByRole('button', { name: 'Save and check' }).press('Enter')
    await expect(section.getByText('Write an amount, such as 0.006')).toBeVisible()
    await expectAccessible(studio, 'the form of a transcription server')
    await section.getByLabel('Price per minute of sound').fill('0.60')
    await section.getByRole('button', { name: 'Save and check' }).press('Enter')
    await expect(section.getByText(/It answers, in .* It lists 1 model\./)).toBeVisible()
    await expect(section.getByText('$36.00 per hour of sound')).toBeVisible()
    await expect(section.getByRole('button', { name: 'Change' })).toBeFocused()

    // Takes there must be first.
    const form = panel.getByRole('form', { name: 'Listen', exact: true })
    const listen = form.getByRole('button', { name: 'Listen', exact: true })
    await expect(form).toContainText('Nothing is spoken in the ticked chapters yet')
    await expect(listen).toBeDisabled()
    await page.getByRole('button', { name: 'Narrate', exact: true }).press('Enter')
    await studio.narrated()
    const { projects } = await studio.ask('library.list', {})
    const projectId = projects[0]?.id ?? ''
    const listed = await studio.ask('segment.list', { projectId, from: 0, count: 50 })
    rows = listed.rows.map(({ text, status }) => ({
      text,
      seconds: status.state === 'ready' ? status.durationSeconds : 0,
    }))
    const needs = form.getByLabel('What listening needs')
    await expect(needs).toContainText(`${rows.length} takes`)
    await expect(needs).toContainText('Listened to beforenone')
    await expect(needs).toContainText('$')
    await expect(form).toContainText(`The sound of these takes goes to ${server.address}`)
    await expectAccessible(studio, 'what listening needs')
    expect(heard()).toEqual([])

    await listen.press('Enter')
    const job = panel.getByRole('region', { name: 'Listening back' })
    await job.getByRole('button', { name: 'Pause' }).press('Enter')
    await expect(job).toContainText('Paused')
    await expectAccessible(studio, 'a listening that is paused')
    await job.getByRole('button', { name: 'Resume' }).press('Enter')
    await expect(form).toContainText('All that is spoken was listened to')
    await expect(listen).toBeDisabled()
    // The one that was found fault with a second time, all others once.
    expect(heard().length).toBe(rows.length + 1)

    await expect(form).toContainText('1 take flagged, by sound or by ear.')
    await expect(form.getByRole('button', { name: 'Next flag (N)' })).toBeVisible()
    await expectAccessible(studio, 'what listening has found')
    await page.getByRole('grid').focus()
    await page.keyboard.press('n')
    const chosen = page.getByRole('row', { selected: true })
    await expect(chosen).toContainText('The ferry carried them over')
    await expect(chosen).toContainText('Flagged')
    await page.getByRole('tab', { name: 'Segment' }).press('Enter')
    const details = page.getByRole('tabpanel', { name: 'Segment' })
    await expect(details).toContainText('“over” is not heard in it.')
    await expect(details.getByRole('region', { name: 'Heard' })).toContainText('carried them')
    await expectAccessible(studio, 'a take in which a word is missing')

    // In the server's place a model on this computer, which knows four tones.
    const folder = writeFiles(join(dirname(studio.dataFolder), 'tones'), tinyListenerFiles())
    const found = JSON.stringify({ found: await inspectListener(folder), check: null })
    writeFileSync(join(studio.dataFolder, 'listener-model.json'), found)
    await studio.kill()
    await studio.restart()
    await studio.page.getByRole('link', { name: /ferry/i }).first().click()
    await expect(studio.page.getByRole('row').first()).toBeVisible()
    await studio.page.keyboard.press('s')
    const again = studio.page.getByRole('tabpanel', { name: 'Script' })
    await again.getByRole('radio', { name: 'Listening' }).click()
    const onDisk = again.getByRole('region', { name: 'Listen back' })
    await expect(onDisk).toContainText('tones, on this computer')
    await onDisk.getByRole('button', { name: 'Try it out' }).press('Enter')
    await expect(onDisk).toContainText('It listens: loaded and tried in')
    await expect(again.getByRole('form', { name: 'Listen', exact: true })).toContainText(
      'heard on this computer, one by one: nothing is sent',
    )
    await expectAccessible(studio, 'a model on this computer that listens')
    await onDisk.getByRole('button', { name: 'Do not use it' }).press('Enter')
    await expect(onDisk).toContainText(`whisper-loopback at ${server.address}`)
  } finally {
    await server.close()
  }
})
