// What is said of the farm, in the face's language: fetched with its settings or its workers, not with the first screen.
import { englishFarm } from '../../contract/messages/english-farm.ts'
import { language } from './words.ts'

export const farmWords =
  language === 'de'
    ? (await import('../../contract/messages/german-farm.ts')).germanFarm
    : englishFarm
