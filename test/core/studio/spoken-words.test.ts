// Who gets the words and who the text: voices that read numbers themselves, and voices that do not.
import { describe, expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { readerOf, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

/** A book of one sentence with numbers, and all that its voice was asked to say. */
async function withVoice(
  normalizesText: boolean,
  work: (book: OpenBook, asked: string[]) => Promise<void>,
) {
  const asked: string[] = []
  const plain = voiceOf(async ({ spoken }) => {
    asked.push(spoken.map((part) => ('text' in part ? part.text : '')).join(''))
    return { file: `sound-${asked.length}` }
  })
  const provider = { ...plain, capabilities: { ...plain.capabilities, normalizesText } }
  const reader = readerOf([['Dr. Price left in 1775.']])
  const test = studioPorts(systemClock, { reader, sources: sourcesOf(provider) })
  await withOpenBook(test, (book) => work(book, asked))
}
const firstRow = async ({ rows }: OpenBook) => (await rows())[0]

describe('a text with numbers', () => {
  it('is given in words to a voice that does not read them', async () => {
    await withVoice(false, async (book, asked) => {
      await book.narrate()
      expect(asked).toEqual(['Doctor Price left in seventeen seventy-five.'])
      expect(await firstRow(book)).toMatchObject({
        text: 'Dr. Price left in 1775.',
        spokenText: 'Doctor Price left in seventeen seventy-five.',
        status: { state: 'ready' },
      })
    })
  })

  it('is given as it is written to a voice that reads them itself', async () => {
    await withVoice(true, async (book, asked) => {
      await book.narrate()
      expect(asked).toEqual(['Dr. Price left in 1775.'])
    })
  })

  it('is said in words again after an edit, and as before when that is taken back', async () => {
    await withVoice(false, async (book, asked) => {
      const segmentId = (await firstRow(book))?.id ?? ''
      await book.call('segment.edit', {
        projectId: book.projectId,
        segmentId,
        text: 'He paid $3.50.',
      })
      await book.narrate()
      expect(asked).toEqual(['He paid three dollars and fifty cents.'])
      await book.call('segment.edit', {
        projectId: book.projectId,
        segmentId,
        text: 'He paid nothing.',
      })
      expect(await firstRow(book)).not.toHaveProperty('spokenText')
      await book.call('project.undo', { projectId: book.projectId })
      await book.call('project.undo', { projectId: book.projectId })
      expect((await firstRow(book))?.spokenText).toBe(
        'Doctor Price left in seventeen seventy-five.',
      )
    })
  })

  it('costs nothing again when it is written otherwise and said the same', async () => {
    await withVoice(false, async (book, asked) => {
      await book.narrate()
      const segmentId = (await firstRow(book))?.id ?? ''
      const text = 'Doctor Price left in seventeen seventy-five.'
      await book.call('segment.edit', { projectId: book.projectId, segmentId, text })
      await book.narrate()
      expect(asked).toHaveLength(1)
      expect((await firstRow(book))?.status.state).toBe('ready')
    })
  })
})
