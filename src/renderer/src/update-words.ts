// What is said of new versions, in the face's language: fetched where one is told of, not with the first screen.
import { englishUpdate } from '../../contract/messages/english-update.ts'
import { language } from './words.ts'

export const updateWords =
  language === 'de'
    ? (await import('../../contract/messages/german-update.ts')).germanUpdate
    : englishUpdate
