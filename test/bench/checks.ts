// How often the checks flag clean takes of whole novels, and how many spoiled ones they find.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { analyse } from '../../src/core/audio/analyse.ts'
import { judgeTake } from '../../src/core/speech/judge-take.ts'
import { learn, noHabits } from '../../src/core/speech/voice-habits.ts'
import { spoilings, type Heard } from '../fixtures/spoilings.ts'
import type { Figure } from './figure.ts'
import { segmentsOf, speakSegments } from './novel-takes.ts'

const corpus = join(import.meta.dirname, '../../../shared/corpus')
const novels = [
  ['epub/se_the-time-machine.epub', 'en', 'espeak', 'gmw/en-US'],
  ['epub/se_the-adventures-of-sherlock-holmes.epub', 'en', 'espeak', 'gmw/en-US'],
  ['epub/se_the-time-machine.epub', 'en', 'flite', 'slt'],
  ['epub/se_the-adventures-of-sherlock-holmes.epub', 'en', 'flite', 'slt'],
  ['txt/pg22367_verwandlung_latin1.txt', 'de', 'espeak', 'gmw/de'],
] as const
/** Of each novel at most; every so many-th is also spoiled, once the voice has been learned. */
const mostSegments = 1500
const spoiledEvery = 12
const learnedAfter = 30

type Count = { of: number; found: number }

/** Takes minutes: every segment is spoken, and a twelfth of them measured fifteen times. */
export async function benchChecks(): Promise<Figure[]> {
  if (!existsSync(corpus)) {
    console.log('checks: skipped, the corpus is not there')
    return []
  }
  const found = new Map<string, Count>()
  const clean: Figure[] = []
  for (const novel of novels) clean.push(await listen(novel, found))
  const spoiled = [...found].map(([name, { of, found: count }]): Figure => {
    const share = count / of
    return {
      what: `spoiled: ${name}`,
      measured: `${count} found`,
      comparedTo: `${of} spoiled`,
      ratio: share,
      goal: '1',
    }
  })
  return [...clean, ...spoiled]
}

async function listen(
  [path, language, provider, name]: (typeof novels)[number],
  found: Map<string, Count>,
): Promise<Figure> {
  const whole = await segmentsOf(join(corpus, path), language)
  // The licence behind a German book is English: no voice reads it well.
  const end = whole.findIndex(
    (spoken, index) => index > 100 && /Project Gutenberg/.test(JSON.stringify(spoken)),
  )
  const segments = whole.slice(0, Math.min(mostSegments, end < 0 ? Infinity : end))
  let habits = noHabits
  let takes = 0
  let flagged = 0
  let bad = 0
  for await (const { spoken, ...heard } of speakSegments(segments, { provider, name })) {
    const judge = ({ samples, sampleRate }: Heard) => {
      const { signs } = analyse(samples, sampleRate).analysis
      if (!signs) throw new Error('an analysis has signs')
      return judgeTake({ spoken, language, sampleRate, signs }, habits)
    }
    if (takes >= learnedAfter && takes % spoiledEvery === 0)
      for (const [fault, spoil] of Object.entries(spoilings)) {
        const spoiled = spoil(heard)
        if (!spoiled) continue
        const count = found.get(fault) ?? { of: 0, found: 0 }
        count.of += 1
        if (judge(spoiled).flags.length > 0) count.found += 1
        found.set(fault, count)
      }
    const { flags, habit } = judge(heard)
    takes += 1
    if (flags.length > 0) flagged += 1
    if (flags.some(({ severity }) => severity === 'bad')) bad += 1
    habits = learn(habits, habit, flags)
  }
  return {
    what: `clean: ${path.replace(/^.*\//, '')}, ${name}`,
    measured: `${flagged} flagged (${bad} bad), ${((100 * flagged) / takes).toFixed(2)} %`,
    comparedTo: `${takes} takes`,
    ratio: null,
    goal: '≤ 0.5 %',
  }
}
