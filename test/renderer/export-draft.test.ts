// An export as it is chosen in its dialog.
import { describe, expect, it } from 'vitest'
import { type BookTags, ExportWish } from '../../src/contract/index.ts'
import {
  createExportDrafts,
  type ExportDraft,
  exportDraftProblems,
  newExportDraft,
  wishOfDraft,
  writtenTags,
} from '../../src/renderer/src/state/export-draft.ts'

const draft = (change: Partial<ExportDraft> = {}) => ({ ...newExportDraft, ...change })

describe('a draft of an export', () => {
  it('for ACX or to read along is one choice each', () => {
    expect(wishOfDraft(draft({ format: 'mp3', split: 'acx', kilobits: { mp3: 64 } }))).toEqual({
      format: 'mp3',
      acx: true,
    })
    expect(wishOfDraft(draft({ split: 'size', megabytes: '1,5' })).split).toEqual({
      kind: 'size',
      megabytes: 1.5,
    })
    expect(exportDraftProblems(draft({ split: 'size', megabytes: 'x' }))).toEqual({
      megabytes: 'megabytes',
    })
    expect(wishOfDraft(draft({ captions: 'overlay' }))).toEqual({ format: 'm4b', overlay: true })
  })

  it('wishes for no more than what was chosen', () => {
    expect(wishOfDraft(draft())).toEqual({ format: 'm4b' })
  })

  it('means a wish that the studio understands', () => {
    const wish = wishOfDraft(
      draft({
        format: 'mp3',
        split: 'hours',
        hours: ' 2,5 ',
        captions: 'vtt',
        kilobits: { mp3: 96, opus: 24 },
        tags: { title: ' The Tide ', authors: 'Ada Reed\n\n Bo Lund ', year: '1891', series: '' },
      }),
    )
    expect(ExportWish.parse(wish)).toEqual(wish)
    expect(wish).toEqual({
      format: 'mp3',
      split: { kind: 'hours', hours: 2.5 },
      captions: 'vtt',
      kilobits: 96,
      tags: { title: 'The Tide', authors: ['Ada Reed', 'Bo Lund'], year: '1891', series: '' },
    })
  })

  it('has a constant rate or one that varies, and that in an MP3 alone', () => {
    const varying = draft({ format: 'mp3', quality: 5, kilobits: { mp3: 96 } })
    expect(wishOfDraft(varying)).toEqual({ format: 'mp3', quality: 5 })
    expect(wishOfDraft({ ...varying, format: 'm4b' })).toEqual({ format: 'm4b' })
    expect(wishOfDraft({ ...varying, split: 'acx' })).toEqual({ format: 'mp3', acx: true })
  })

  it('asks for no rate of what loses nothing, and for no year that was taken away', () => {
    const flac = draft({ format: 'flac', kilobits: { flac: 64 }, tags: { year: '' } })
    expect(exportDraftProblems(flac)).toEqual({})
    expect(wishOfDraft(flac)).toEqual({ format: 'flac' })
  })

  it('says what must be mended, and not what does not matter', () => {
    const wrong = { split: 'hours', hours: 'two', tags: { title: ' ', year: '91' } } as const
    expect(exportDraftProblems(draft(wrong))).toEqual({
      hours: 'hours',
      title: 'title',
      year: 'year',
    })
    expect(exportDraftProblems(draft({ hours: 'two' }))).toEqual({})
    expect(exportDraftProblems(draft({ split: 'hours', hours: '0' }))).toEqual({ hours: 'hours' })
  })

  it('shows the book’s own words as they are written', () => {
    const own: BookTags = { title: 'A', authors: ['B', 'C'], narrator: 'D', language: 'en' }
    const { authors, year } = writtenTags(own)
    expect([authors, year]).toEqual(['B\nC', ''])
  })
})

it('every book keeps its own draft', () => {
  const drafts = createExportDrafts()
  drafts.change('one', { format: 'opus' })
  drafts.change('one', { captions: 'srt' })
  expect(drafts.of('one').get()).toMatchObject({ format: 'opus', captions: 'srt' })
  expect(drafts.of('two').get()).toEqual(newExportDraft)
})
