// What people read: figures, settings, names of files.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishFace as words, settingRows, type Job } from '../../src/contract/index.ts'
import { formatRoute, parseRoute } from '../../src/renderer/src/state/route.ts'
import { fromShown, shownUnit, toShown } from '../../src/renderer/src/state/settings.ts'
import { importWords } from '../../src/renderer/src/words.ts'
import { jobOf } from './studio-by-hand.ts'

describe('figures', () => {
  it('tell times, lengths and sizes as people write them', () => {
    expect([0, 59.9, 61, 3723].map(words.clock)).toEqual(['0:00', '0:59', '1:01', '1:02:03'])
    expect([8, 59, 90, 3600, 5400].map(words.duration)).toEqual([
      '8 s',
      '59 s',
      '2 min',
      '1 h',
      '1 h 30 min',
    ])
    expect([2048, 1.5 * 1024 ** 2, 35 * 1024 ** 2, 1.5 * 1024 ** 3].map(words.bytes)).toEqual([
      '2 kB',
      '1.5 MB',
      '35 MB',
      '1.5 GB',
    ])
  })

  it('tell a part in the unit of the whole, and never more of it than there is', () => {
    const MiB = 1024 ** 2
    expect(words.library.importRead(1.2 * MiB, 3.7 * MiB)).toBe('1.2 of 3.7 MB')
    expect(words.library.importRead(100 * 1024, 3.7 * MiB)).toBe('0.1 of 3.7 MB')
    expect(words.library.importRead(0, 35 * MiB)).toBe('0 of 35 MB')
    expect(words.library.importRead(900, 2048)).toBe('1 of 2 kB')
    expect(words.library.importRead(4096, 2048)).toBe('2 of 2 kB')
  })

  it('tell how far a book is on its way in', () => {
    const MiB = 1024 ** 2
    const job = (about: Partial<Job>) => jobOf('j', about)
    expect(importWords(job({ done: 0, total: 0 }))).toBe('Reading')
    expect(importWords(job({ done: MiB, total: 4 * MiB }))).toBe('Reading, 1.0 of 4 MB')
    expect(importWords(job({ done: 1.2 * MiB, total: 3.7 * MiB, chapters: 12 }))).toBe(
      '12 chapters found, 1.2 of 3.7 MB',
    )
    expect(importWords(job({ done: 0, total: 0, chapters: 1 }))).toBe('1 chapter found')
  })

  it('tell money, days and ages', () => {
    expect(words.money(1.5, 'USD')).toBe('$1.50')
    expect(words.money(0.001, 'EUR')).toBe('less than €0.01')
    expect(words.money(2, '???')).toBe('2 ???')
    expect(words.day('2027-01-06')).toBe('Jan 6, 2027')
    expect(words.day('soon')).toBe('soon')
    expect([5, 120, 7200, 86_400, 200_000].map(words.ago)).toEqual([
      'just now',
      '2 min ago',
      '2 h ago',
      '1 day ago',
      '2 days ago',
    ])
  })

  it('speak of one thing as one', () => {
    expect(words.shelf.found(1, 1)).toBe('1 book')
    expect(words.shelf.found(2, 2)).toBe('2 books')
    expect(words.settings.quantity(1, 'days')).toBe('1 day')
  })

  it('name languages, and keep a tag that has no name', () => {
    expect(words.language('de')).toBe('German')
    expect(words.language('und')).toBe('Language unknown')
    expect(words.language('not a tag')).toBe('not a tag')
  })
})

describe('settings', () => {
  it('have a name each, and every default survives being shown and written back', () => {
    for (const row of settingRows) {
      expect(words.settings.names).toHaveProperty(row.name)
      if (typeof row.default !== 'number') continue
      const unit = shownUnit(row, row.default)
      expect(fromShown(String(toShown(row.default, unit)), unit)).toBe(row.default)
    }
  })

  it('are shown in the largest unit without a fraction', () => {
    const row = (name: string) => {
      const found = settingRows.find((one) => one.name === name)
      if (found === undefined) throw new Error(name)
      return found
    }
    expect(shownUnit(row('memorySoftLimit'), 1536 * 1024 ** 2)).toBe('MB')
    expect(shownUnit(row('cacheMaxBytes'), 20 * 1024 ** 3)).toBe('GB')
    expect(shownUnit(row('readChunkBytes'), 256 * 1024)).toBe('kB')
    expect(shownUnit(row('takeTtl'), 30 * 86_400)).toBe('days')
    expect(shownUnit(row('callTimeout'), 120)).toBe('seconds')
  })

  it('refuse what is no number', () => {
    expect(fromShown('', 'GB')).toBeNull()
    expect(fromShown('many', 'count')).toBeNull()
    expect(fromShown('1,5', 'kB')).toBe(1536)
  })
})

describe('routes', () => {
  it('survive the address bar', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.boolean(), (projectId, play) => {
        const route = { screen: 'studio', projectId, play } as const
        expect(parseRoute(formatRoute(route))).toEqual(route)
      }),
    )
    expect(parseRoute('')).toEqual({ screen: 'library' })
    expect(parseRoute('#/book/')).toEqual({ screen: 'library' })
    expect(parseRoute('#/settings')).toEqual({ screen: 'settings' })
    expect(parseRoute('#/voices')).toEqual({ screen: 'voices', server: null })
    const form = { screen: 'voices', server: 'my-server' } as const
    expect(parseRoute(formatRoute(form))).toEqual(form)
  })
})
