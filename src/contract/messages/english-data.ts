// Sentences on backups, and on damaged databases, in English.
import type { Backup, DataNotice } from '../data.ts'
import { count, day, plural, timeOfDay } from './english-figures.ts'

/** On this machine's clock, as the time beside it is. */
const dayOf = (at: number): string => {
  const date = new Date(at)
  return day(new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10))
}

const titles = (all: readonly string[]): string =>
  all.length <= 3
    ? all.map((title) => `“${title}”`).join(', ')
    : `“${all[0]}” and ${count(all.length - 1)} others`

/** What was saved, what was lost, and where the damaged file is. */
function rebuilt(notice: Extract<DataNotice, { kind: 'rebuilt' }>): string {
  const { kept, lost, lostRecordings, partial, folder, backup } = notice
  const isBooks = notice.database === 'projects'
  const things = (number: number) =>
    isBooks ? plural(number, 'book', 'books') : plural(number, 'take', 'takes')
  const what = isBooks ? 'The library was damaged' : 'The store of takes was damaged'
  const gone =
    lost === null
      ? isBooks
        ? 'what else was in it could not be read'
        : 'the others could not be read and will be spoken again'
      : lost === 0
        ? `no ${isBooks ? 'book' : 'take'} is lost`
        : `${things(lost)} ${lost === 1 ? 'is' : 'are'} lost${isBooks ? '' : ' and will be spoken again'}`
  return [
    `${what}: ${things(kept)} ${kept === 1 ? 'was' : 'were'} saved, ${gone}.`,
    ...(partial.length > 0 ? [`Parts are missing in ${titles(partial)}.`] : []),
    ...(lostRecordings > 0
      ? [`${plural(lostRecordings, 'recording', 'recordings')} cannot be spoken again.`]
      : []),
    `The damaged file is in “${folder}”.`,
    ...(backup
      ? [`The backup of ${dayOf(backup.at)} has ${books(backup.books)}: restore it.`]
      : []),
  ].join(' ')
}

const books = (number: number | null): string =>
  number === null ? 'an unknown number of books' : plural(number, 'book', 'books')

const causes: Record<Backup['cause'], string> = {
  update: 'Before an update',
  asked: 'By hand',
  replaced: 'Before a restore',
}

export const dataWords = {
  notice(notice: DataNotice): string {
    if (notice.kind === 'rebuilt') return rebuilt(notice)
    if (notice.kind === 'restored') return `The backup “${notice.name}” is in force now.`
    if (notice.kind === 'safe-mode')
      return 'Safe mode: the graphics card, voices of servers and the farm are left aside, the studio looks as usual, and nothing goes on by itself. Start Lectern again without it when you are done.'
    return notice.database === 'projects'
      ? 'The library is damaged. Close Lectern and start it again: it saves what is sound.'
      : 'The store of takes is damaged. Close Lectern and start it again: it keeps what is sound.'
  },
  title: 'Backups',
  text: 'A backup has your books, texts and edits, and no sound. One is made before an update changes the library. Of those, of the ones that you make and of what a restored one replaced, the newest three each are kept.',
  none: 'There is no backup yet.',
  now: 'Back up now',
  made: (date: string): string => `The backup of ${date} was made.`,
  list: 'Backups of the library',
  columns: { date: 'Made', cause: 'Why', books: 'Books', size: 'Size', deed: 'Restore' },
  causes,
  date: (at: number): string => `${dayOf(at)}, ${timeOfDay(at)}`,
  booksIn: (number: number): string => count(number),
  unreadable: 'unreadable',
  restore: 'Restore…',
  restoreNamed: (date: string): string => `Restore the backup of ${date}`,
  restoreTitle: 'Restore this backup?',
  restoreText:
    'It takes the library’s place at the next start of Lectern. The library of now becomes a backup itself.',
  restoreYes: 'Restore at the next start',
  restoreNo: 'Keep the library',
  ready: (name: string): string =>
    `“${name}” takes the library’s place when Lectern is closed and started again.`,
  readyOf: (date: string): string =>
    `The backup of ${date} takes the library’s place when Lectern is closed and started again.`,
  keep: 'Do not restore after all',
  stays: 'The library stays: nothing takes its place at the next start.',
}
