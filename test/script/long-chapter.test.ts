// A chapter as long as a book: looked through in stretches, so that others have their turn, and nothing is lost.
import { expect, test } from 'vitest'
import { openChatServer } from '../chat-server/chat-server.ts'
import { withScriptBook } from '../fixtures/script-book.ts'

test('a chapter of thousands of paragraphs is told who speaks in as a short one is', async () => {
  const server = await openChatServer({})
  const paragraphs = Array.from({ length: 2500 }, (_, index) =>
    index % 500 === 250
      ? `“Here is number ${index},” said Anna.`
      : `Nothing came of number ${index}.`,
  )
  try {
    await withScriptBook(server, paragraphs, async ({ call, projectId }) => {
      const { proposals } = await call('script.proposals', { projectId, kinds: ['who'], most: 99 })
      expect(proposals.map(({ position, change }) => [position, change])).toEqual(
        [250, 750, 1250, 1750, 2250].map((position) => [
          position,
          { kind: 'who', speakers: [expect.objectContaining({ name: 'Anna', from: 0 })] },
        ]),
      )
    })
  } finally {
    await server.close()
  }
})
