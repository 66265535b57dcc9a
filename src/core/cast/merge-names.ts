// Which names mean the same person: `Mr. Brook` and `Brook`, but never `Mr. Brook` and `Mrs. Brook`.
import type { CastWords } from './cast-words.ts'
import type { NameBook, NameRecord } from './cast-state.ts'
import type { Gender } from './quotation.ts'

export type Person = {
  /** The form that is used most. */
  name: string
  names: string[]
  gender: Gender | null
  mentions: number
  quotations: number
  isPerson: boolean
  kind: NameRecord['kind']
}

type Group = { records: NameRecord[]; parts: string[]; titles: Set<string>; gender: Gender | null }

/** Persons by each of their names. */
export function mergeNames(book: NameBook, words: CastWords): Map<string, Person> {
  const groups: Group[] = []
  const byPart = new Map<string, Group[]>()
  const add = (record: NameRecord): Group => {
    const group = {
      records: [record],
      parts: partsOf(record),
      titles: new Set(record.title === null ? [] : [record.title]),
      gender: genderOf([record]),
    }
    groups.push(group)
    if (record.kind === 'name')
      for (const part of new Set(group.parts)) listUnder(byPart, part, group)
    return group
  }
  const names = [...book.values()]
  const ordered = names
    .filter(({ kind }) => kind === 'name')
    .map((record) => ({ record, length: partsOf(record).length }))
    .sort(byFullness)
  for (const { record } of ordered) {
    const group = bearerOfTitle(record, groups, words) ?? chooseGroup(record, byPart, words)
    if (group) join(group, record, byPart)
    else add(record)
  }
  for (const record of names) {
    if (record.kind === 'name') continue
    const bearer =
      record.kind === 'narrator'
        ? nameOfNarrator(groups)
        : (namedSo(record, byPart) ?? bearerOfTitle(record, groups, words))
    if (bearer) join(bearer, record, byPart)
    else add(record)
  }
  const persons = new Map<string, Person>()
  for (const group of groups) {
    const person = personOf(group)
    for (const name of person.names) persons.set(name, person)
  }
  return persons
}

/** The one who is spoken to by name, and never named in what is told. */
function nameOfNarrator(groups: readonly Group[]): Group | null {
  const sum = ({ records }: Group, of: (record: NameRecord) => number) =>
    records.reduce((total, record) => total + of(record), 0)
  const possible = groups
    .filter((group) => sum(group, ({ narrates }) => narrates) >= 2)
    .filter(
      (group) => sum(group, ({ told }) => told) * 10 <= sum(group, ({ mentions }) => mentions),
    )
    .sort((a, b) => sum(b, ({ narrates }) => narrates) - sum(a, ({ narrates }) => narrates))
  return possible[0] ?? null
}

/** `the Scarecrow` is Scarecrow. */
function namedSo(
  { name }: NameRecord,
  byPart: ReadonlyMap<string, readonly Group[]>,
): Group | null {
  const bare = name.slice(name.indexOf(' ') + 1)
  if (!/^\p{Lu}/u.test(bare)) return null
  const groups = byPart.get(bare.toLowerCase().split(' ')[0] ?? '') ?? []
  return groups.find(({ records }) => records.some((record) => record.name === bare)) ?? null
}

/** `the doctor`, where one person of the book is called Doctor. */
function bearerOfTitle(
  { kind, name }: NameRecord,
  groups: readonly Group[],
  words: CastWords,
): Group | null {
  const [first = '', ...rest] = name.toLowerCase().split(' ')
  const title = kind === 'name' ? first : (rest.shift() ?? '')
  if (rest.length > 0 || (kind === 'description' && !words.articles.has(first))) return null
  if (!Object.hasOwn(words.titles, title)) return null
  const bearers = groups.filter(({ titles }) =>
    [...titles].some((other) => isSameTitle(title, other)),
  )
  return bearers.length === 1 ? (bearers[0] ?? null) : null
}

/** `Dr.` is doctor: the first and the last letter stand for all. */
const isSameTitle = (title: string, other: string): boolean =>
  title === other ||
  (other.length < 5 && title.startsWith(other)) ||
  (other.length === 2 && title.startsWith(other.charAt(0)) && title.endsWith(other.charAt(1)))

const partsOf = ({ name, title }: NameRecord): string[] => {
  const parts = name.toLowerCase().split(' ')
  return title === null ? parts : parts.slice(1)
}

/** Full names first, then titled ones, then single words: each looks for one that says more. */
const byFullness = (
  { record: a, length: lengthOfA }: Sized,
  { record: b, length: lengthOfB }: Sized,
): number =>
  lengthOfB - lengthOfA ||
  Number(b.title !== null) - Number(a.title !== null) ||
  b.mentions - a.mentions ||
  (a.name < b.name ? -1 : 1)

type Sized = { record: NameRecord; length: number }

const mentionsOf = ({ records }: Group): number =>
  records.reduce((sum, { mentions }) => sum + mentions, 0)

/** The only one it can mean, or by far the likeliest; none where there are several. */
function chooseGroup(
  record: NameRecord,
  byPart: ReadonlyMap<string, readonly Group[]>,
  words: CastWords,
): Group | null {
  const parts = partsOf(record)
  const [first = ''] = parts
  if (words.capitalNouns && parts.length === 1 && first.endsWith('s')) {
    // `Gregors` belongs to Gregor.
    const [owner, ...others] = byPart.get(first.slice(0, -1)) ?? []
    if (owner && others.length === 0) return owner
  }
  const possible = (byPart.get(first) ?? []).filter((group) => fits(record, parts, group, words))
  if (possible.length === 1) return possible[0] ?? null
  if (record.title !== null || parts.length > 1) return null
  const counts = possible.map((group) => ({ group, count: mentionsOf(group) }))
  counts.sort((a, b) => b.count - a.count)
  const [most, next] = counts
  if (most && next && most.count >= 4 * next.count) return most.group
  if (genderOf([record]) === 'she') return null
  // A surname alone is as a rule the man's: `Brook`, where there are Mr. and Mrs. Brook.
  const men = possible.filter(({ gender, titles }) => gender === 'he' && titles.size > 0)
  const rest = possible.filter((group) => !men.includes(group))
  return men.length === 1 && rest.every(({ gender }) => gender === 'she') ? (men[0] ?? null) : null
}

function fits(
  record: NameRecord,
  parts: readonly string[],
  group: Group,
  words: CastWords,
): boolean {
  const gender = genderOf([record])
  if (gender !== null && group.gender !== null && gender !== group.gender) return false
  if (!titlesAgree(record.title, group.titles, words)) return false
  const own = group.parts
  if (own.length === parts.length) return own.every((part, index) => part === parts[index])
  if (parts.length > 1) return own[0] === parts[0] && own.at(-1) === parts.at(-1)
  const [part] = parts
  if (record.title === null) return own[0] === part || own.at(-1) === part
  return own.at(-1) === part || (own[0] === part && givenNameTitles.has(record.title))
}

/** They stand before a given name: `Sir Henry`. */
const givenNameTitles: ReadonlySet<string> = new Set(
  'sir lady lord dame miss master uncle aunt cousin don doña king queen prince princess tante onkel tía tío fray sor'.split(
    ' ',
  ),
)
/** One man may have these beside a rank. */
const plainTitles: ReadonlySet<string> = new Set(
  'mr mister sir herr herrn monsieur m señor sr don'.split(' '),
)

/** `Mrs.` and `Miss` are two women; a rank and `Mr.` may be one man. */
function titlesAgree(title: string | null, titles: ReadonlySet<string>, words: CastWords): boolean {
  if (title === null || titles.size === 0 || titles.has(title)) return true
  const isPlain = plainTitles.has(title) || [...titles].every((other) => plainTitles.has(other))
  const women = [title, ...titles].some((other) => words.titles[other] === 'she')
  return isPlain && !women
}

function join(group: Group, record: NameRecord, byPart: Map<string, Group[]>): void {
  group.records.push(record)
  if (record.title !== null) group.titles.add(record.title)
  group.gender ??= genderOf([record])
  if (record.kind !== 'name') return
  for (const part of partsOf(record))
    if (!byPart.get(part)?.includes(group)) listUnder(byPart, part, group)
}

function listUnder(byPart: Map<string, Group[]>, part: string, group: Group): void {
  const listed = byPart.get(part)
  if (listed) listed.push(group)
  else byPart.set(part, [group])
}

/** What a title says; else what follows the name clearly more often. */
function genderOf(records: readonly NameRecord[]): Gender | null {
  const said = records.find(({ gender }) => gender !== null)
  if (said) return said.gender
  const he = records.reduce((sum, record) => sum + record.he, 0)
  const she = records.reduce((sum, record) => sum + record.she, 0)
  if (he >= 2 && he >= 2 * she) return 'he'
  return she >= 2 && she >= 2 * he ? 'she' : null
}

function personOf({ records }: Group): Person {
  const sum = (of: (record: NameRecord) => number) =>
    records.reduce((total, record) => total + of(record), 0)
  const used = [...records].sort((a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : 1))
  return {
    name: used[0]?.name ?? '',
    names: used.map(({ name }) => name),
    gender: genderOf(records),
    mentions: sum(({ mentions }) => mentions),
    quotations: sum(({ quotations }) => quotations),
    isPerson: records.some(({ isPerson }) => isPerson),
    kind: records.find(({ kind }) => kind === 'narrator')?.kind ?? used[0]?.kind ?? 'name',
  }
}
