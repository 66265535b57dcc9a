// What is said where scripts are written, in the face's language: fetched with that dialog, not with the first screen.
import { englishWrite } from '../../contract/messages/english-write.ts'
import { language } from './words.ts'

export const writeWords =
  language === 'de'
    ? (await import('../../contract/messages/german-write.ts')).germanWrite
    : englishWrite
