// The people of a book: who of them are one, how each is thought of, and what becomes of their lines.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openChatServer, type ChatServer } from '../chat-server/chat-server.ts'
import type { AnswerOf } from '../chat-server/options.ts'
import { withScriptBook, type ScriptBook } from '../fixtures/script-book.ts'

const paragraphs = [
  '“We sail at dawn,” said Anna. “Not before,” said Anna, and looked at the sea.',
  '“Give me the rope,” said Mr. Brook. He was tired.',
  '“I am cold,” said Annie.',
  '“Then take my coat,” said Mr. Brook.',
]
const kinds = ['people' as const]

/** As if Annie were Anna. */
const answer: AnswerOf = ({ id }) => ({
  ...{ sameAs: id === 'Annie' ? 'Anna' : '', gender: 'she', age: id === 'Annie' ? 'young' : 'old' },
  ...{ phrase: 'low and unhurried', confidence: 0.9 },
})

let server: ChatServer
beforeEach(async () => (server = await openChatServer({ answer })))
afterEach(() => server.close())

const speakers = async ({ rows }: ScriptBook) =>
  (await rows()).flatMap(({ manner }) => manner?.speaker ?? [])
const cast = async ({ call, projectId }: ScriptBook) =>
  (await call('project.open', { projectId })).project.cast
const proposed = async ({ call, projectId }: ScriptBook) =>
  (await call('script.proposals', { projectId, kinds, most: 50 })).proposals
const take = async (book: ScriptBook, is: 'same' | 'described') => {
  const { call, projectId } = book
  const keys = (await proposed(book)).flatMap(({ key, change }) =>
    change.kind === 'people' && change.said.is === is ? [key] : [],
  )
  return call('script.take', { projectId, keys })
}

test('two names of one person become one, in one step, and stay one', async () => {
  await withScriptBook(server, paragraphs, async (book) => {
    const { ask, call, projectId } = book
    await ask(kinds)
    const { items, characters } = JSON.parse(server.calls[0]?.user ?? '') as {
      items: Record<string, unknown>[]
      characters: string[]
    }
    expect(characters.toSorted()).toEqual(['Anna', 'Annie', 'Mr. Brook'])
    expect(items.find(({ id }) => id === 'Annie')).toEqual({
      ...{ id: 'Annie', name: 'Annie', also: [] },
      text: '«“I am cold,”» / “I am cold,” said Annie.',
    })
    const everybody = ['anna', 'annie', 'mr-brook']
    await call('cast.takeUp', { projectId, characters: everybody, confidence: 0.7 })
    const before = { cast: await cast(book), speakers: await speakers(book) }
    expect(before.speakers).toContain('annie')
    // Rows are cut now, and nobody is asked about again.
    await ask(kinds)
    expect(server.calls).toHaveLength(1)

    expect(await take(book, 'same')).toMatchObject({ taken: 1, ended: false })
    expect((await cast(book)).map(({ id, also }) => [id, also])).toEqual([
      ['anna', ['annie']],
      ['mr-brook', undefined],
    ])
    const after = before.speakers.map((id) => (id === 'annie' ? 'anna' : id))
    expect(await speakers(book)).toEqual(after)
    expect(
      (await proposed(book)).some(({ change }) => JSON.stringify(change).includes('same"')),
    ).toBe(false)
    await call('project.undo', { projectId })
    expect({ cast: await cast(book), speakers: await speakers(book) }).toEqual(before)

    // What the book's own words say of the other name is the character's from then on.
    await call('project.undo', { projectId })
    await take(book, 'same')
    await call('cast.takeUp', { projectId, characters: everybody, confidence: 0.7 })
    expect(await speakers(book)).toEqual(after)
    expect((await cast(book)).map(({ id }) => id)).toEqual(['anna', 'mr-brook'])
  })
})

test('a description is kept with its character, and what the book says of it goes first', async () => {
  await withScriptBook(server, paragraphs, async (book) => {
    await book.ask(kinds)
    expect(await take(book, 'described')).toMatchObject({ taken: 3 })
    const found = new Map((await cast(book)).map(({ id, description }) => [id, description]))
    const phrase = 'low and unhurried'
    expect(found.get('annie')).toEqual({ gender: 'she', age: 'young', phrase })
    // He, the book says: the model is wrong.
    expect(found.get('mr-brook')).toEqual({ gender: 'he', age: 'old', phrase })
    expect((await proposed(book)).map(({ change }) => change)).toMatchObject([
      { said: { is: 'same' } },
    ])
    // Who is one with somebody described keeps what was said of her.
    await take(book, 'same')
    expect((await cast(book)).find(({ id }) => id === 'anna')?.description?.age).toBe('old')
  })
})
