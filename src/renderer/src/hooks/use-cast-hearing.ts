// Lets the characters of a book be heard in their voices, each with a line of its own.
import { words } from '../words.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'
import { useHearing, type Hearing } from './use-hearing.ts'

/** No id of a character is empty. */
export const narratorId = ''

/** By their ids; what cannot be heard is told. */
export function useCastHearing(): Hearing<string> {
  const { connection, news } = useFace()
  const { projectId } = useBook()
  return useHearing(async (id: string) => {
    const speaker = id === narratorId ? null : id
    const heard = news.settle(await connection.call('cast.hear', { projectId, speaker }))
    if (heard !== null) news.say(words.dictionary.hearing(heard.text))
    return heard?.address ?? null
  })
}
