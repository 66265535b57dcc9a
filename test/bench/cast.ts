// How much of novels' dialogue finds its speaker, how much of it is right, and how fast it goes.
import {
  castTable,
  judgeNovel,
  lastSpeakerBaseline,
  type CastRow,
} from '../fixtures/measure-cast.ts'
import { readQuotedNovels } from '../fixtures/quoted-novels.ts'
import { castChapter } from '../../src/core/cast/cast-chapter.ts'
import { noNames, type CastState } from '../../src/core/cast/cast-state.ts'
import type { Figure } from './figure.ts'

/** Characters of a long novel; the passages are read again until they are as many. */
const bookLength = 2_000_000

export function benchCast(): Promise<Figure[]> {
  const novels = readQuotedNovels()
  if (novels.length === 0) {
    console.log('cast: skipped, the corpus is not there')
    return Promise.resolve([])
  }
  const judged = novels.flatMap(judgeNovel)
  const { all, rows } = castTable(judged)
  const baseline = lastSpeakerBaseline(judged, novels)
  const total = rows.at(-1)
  const ahead: Figure = {
    what: 'speakers: ahead of always the last speaker',
    measured: `${(100 * (rightOf(total) - rightOf(baseline))).toFixed(1)} points`,
    comparedTo: `the same ${baseline.found} quotations`,
    ratio: (rightOf(total) - rightOf(baseline)) / 0.2,
    goal: '≥ 1',
  }
  const figures = [...rows, baseline].map(({ what, found, right }): Figure => {
    const share = found === 0 ? 0 : right / found
    return {
      what: `speakers: ${what}`,
      measured: `${percent(share)} right of ${found}, ${percent(found / all)} of all`,
      comparedTo: `${all} quotations of ${novels.length} novels`,
      ratio: share,
      goal: what === 'speech-verb' ? '≥ 0.97' : '–',
    }
  })
  return Promise.resolve([...figures, ahead, speed()])
}

const rightOf = (row: CastRow | undefined): number =>
  row && row.found > 0 ? row.right / row.found : 0

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** One book of all passages, a chapter each. */
function speed(): Figure {
  const novels = readQuotedNovels()
  let state: CastState = noNames
  let characters = 0
  const began = performance.now()
  while (characters < bookLength)
    for (const { paragraphs } of novels) {
      state = castChapter(paragraphs, 'en', state).state
      for (const { text } of paragraphs) characters += text.length
    }
  const seconds = (performance.now() - began) / 1000
  return {
    what: 'speakers: speed',
    measured: `${Math.round(characters / seconds / 1000)} thousand characters/s`,
    comparedTo: `${(characters / 1e6).toFixed(1)} million characters, ${state.names.length} names`,
    ratio: null,
    goal: '–',
  }
}
