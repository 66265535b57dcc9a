// Scripts: lines of `NAME: words`, told from texts that only look like them.
import { describe, expect, it } from 'vitest'
import { linesOf, readAll } from '../../fixtures/read-all.ts'

const formatOf = async (text: string) => (await readAll(text)).header.format
const script = `The Sea
by Ada Writer

ACT I

Scene 1. A beach.

(Waves are heard.)

EMMA: The sea is calm today.
MR. KNIGHT [aside]: She says so every day,
  and every day it is not.
EMMA: What did you say?
Mr. Knight: Nothing.

Scene 2

EMMA (laughing): You did.
MR. KNIGHT: I did not.
EMMA: You always do.
`

describe('a script', () => {
  it('has its acts and scenes as chapters, each speech with the name of who speaks', async () => {
    const { header, chapters } = await readAll(script)
    expect(header).toMatchObject({ format: 'script', title: 'The Sea', authors: ['Ada Writer'] })
    expect(chapters.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 The Sea by Ada Writer',
      '1 ACT I',
      '2 Scene 1. A beach.',
      '2 Scene 2',
    ])
    expect(linesOf(chapters[2])).toEqual([
      'heading: Scene 1. A beach.',
      'paragraph: (Waves are heard.)',
      'paragraph: EMMA: The sea is calm today.',
      'paragraph: MR. KNIGHT [aside]: She says so every day, and every day it is not.',
      'paragraph: EMMA: What did you say?',
      'paragraph: Mr. Knight: Nothing.',
    ])
  })

  it('is the same with other line ends, cut anywhere, with blank lines between speeches', async () => {
    const expected = (await readAll(script)).chapters
    const variants = [script.replaceAll('\n', '\r\n'), script.replaceAll('\nEMMA', '\n\nEMMA')]
    for (const variant of variants)
      for (const chunk of [1, 7, 1000])
        expect((await readAll(variant, 'book', chunk)).chapters).toEqual(expected)
  })

  it('says what only begins like a name where names stand in capitals', async () => {
    const { chapters } = await readAll(
      script.replace('  and every day it is not.', 'Today: once more, and it is not.'),
    )
    expect(linesOf(chapters[2])).toContain(
      'paragraph: MR. KNIGHT [aside]: She says so every day, Today: once more, and it is not.',
    )
    expect(linesOf(chapters[2])).toContain('paragraph: Mr. Knight: Nothing.')
  })

  it('may have headings as Markdown has them', async () => {
    const { chapters } = await readAll(
      `# One\n\n${'Ann: Hello there.\nBob: Hello.\n'.repeat(4)}\n# Two\n\nAnn: Goodbye.\n`,
    )
    expect(chapters.map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  it('whose speakers are known has no others, however short it is, and headings with colons', async () => {
    const text = '# Two: colons\n\nAnn Lee: Hello: you.\n\nNow: is it?\n\n安娜: 好。\n'
    const { header, chapters } = await readAll(
      text,
      'book',
      7,
      {},
      { speakers: ['Ann Lee', '安娜'] },
    )
    expect([header.format, header.title, chapters.length]).toEqual(['script', 'Two: colons', 1])
    const silent = chapters[0]?.blocks.map(({ text: shown, readings }) => [
      shown,
      readings?.[0]?.length,
    ])
    expect(silent).toEqual([
      ['Two: colons', undefined],
      ['Ann Lee: Hello: you.', 8],
      ['Now: is it?', undefined],
      ['安娜: 好。', 3],
    ])
  })

  it.each([
    ['a list of words', Array.from({ length: 30 }, (_, n) => `Word${n}: what it means`).join('\n')],
    [
      'a talk in a story',
      `${'He went on for a while, and then he stopped.\n\n'.repeat(10)}${'Ann: No.\n\nBob: Yes.\n\n'.repeat(3)}`,
    ],
    ['one person’s list', 'Note: buy milk\n'.repeat(20)],
    ['times', '12:30 lunch\n13:30 tea\n'.repeat(10)],
    ['addresses', 'Http: //example.org\nsee http://example.org: yes\n\n'.repeat(10)],
  ])('is not %s', async (_what, text) => {
    expect(await formatOf(text)).not.toBe('script')
  })
})
