// The soak finds what grows, and calls nothing else so.
import { expect, it } from 'vitest'
import { slopeOf } from './slope.ts'
import { slopesOf } from './slopes-of.ts'
import { soak, type Looked } from './soak.ts'

const series = (value: (index: number) => number) =>
  Array.from({ length: 60 }, (_, index) => ({ segments: index * 100, value: value(index) }))

/** The same in every run, between 0 and 1. */
const noise = (index: number): number => ((index * 7919) % 101) / 101

it.each([
  ['that stays', () => 50],
  ['that is noisy', (index: number) => 50 + 20 * noise(index)],
  ['that warms up', (index: number) => 50 * (1 - Math.exp(-index / 5)) + noise(index)],
  ['that takes one step', (index: number) => (index < 45 ? 50 : 60) + noise(index)],
  ['that falls', (index: number) => 100 - index + noise(index)],
])('a series %s is flat', (_, value) => expect(slopeOf(series(value)).verdict).toBe('flat'))

it.each([
  ['by little', (index: number) => 50 + 0.1 * index],
  ['under noise', (index: number) => 50 + index + 5 * noise(index)],
  ['after it has warmed up', (index: number) => 50 * (1 - Math.exp(-index / 3)) + 0.5 * index],
])('a series that grows %s is found', (_, value) =>
  expect(slopeOf(series(value)).verdict).toBe('grows'),
)

it('tells how much it is for a thousand segments', () => {
  const { perThousand } = slopeOf(series((index) => index))
  expect(perThousand).toBeCloseTo(10)
})

it('names what was left behind in each round, and not what was not', async () => {
  const looks: Looked[] = []
  await soak({
    ...{ minutes: 5, segments: 85, sentences: 9, plants: ['listener', 'file'] },
    onLook: (looked) => looks.push(looked),
  })
  const verdicts = new Map(slopesOf(looks).map(({ name, verdict }) => [name, verdict]))
  expect(verdicts.get('listeners')).toBe('grows')
  expect(verdicts.get('open files of main')).toBe('grows')
  for (const name of ['temporary files', 'processes', 'threads of main'])
    expect([name, verdicts.get(name)]).toEqual([name, 'flat'])
})
