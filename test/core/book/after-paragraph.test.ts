// Text boxes and frames: they come after their paragraph, as long as they are not more than can be held.
import { describe, expect, it } from 'vitest'
import { createDocxFlow } from '../../../src/core/book/docx/docx-flow.ts'
import { createNumbering } from '../../../src/core/book/docx/numbering.ts'
import { createStyles } from '../../../src/core/book/docx/styles.ts'
import type { FlowItem } from '../../../src/core/book/flow.ts'
import { createMarkupParser } from '../../../src/core/book/markup.ts'
import { createOdtFlow } from '../../../src/core/book/odt/odt-flow.ts'
import { createOdtStyles } from '../../../src/core/book/odt/styles.ts'
import { createRtfFlow } from '../../../src/core/book/rtf/rtf-flow.ts'
import { createRtfTokenizer } from '../../../src/core/book/rtf/tokenizer.ts'
import { para, run } from '../../fixtures/docx-file.ts'
import { prose } from '../../fixtures/pdf-type.ts'

type Flow = { write(text: string): void; take(): FlowItem[] }
type Format = { make: () => Flow; begin: string; box: (text: string) => string; end: string }

const xml = (flow: { events: Parameters<typeof createMarkupParser>[1]; take(): FlowItem[] }) => {
  const parser = createMarkupParser('xml', flow.events)
  return { write: (text: string) => parser.write(text), take: () => flow.take() }
}
const formats: [name: string, format: Format][] = [
  [
    'a Word document',
    {
      make: () => xml(createDocxFlow(createStyles().styles, createNumbering().numbers)),
      begin: `<w:document><w:body><w:p>${run('The paragraph.')}`,
      box: (text) => `<w:r><w:pict><w:txbxContent>${para(text)}</w:txbxContent></w:pict></w:r>`,
      end: '</w:p>',
    },
  ],
  [
    'an OpenDocument text',
    {
      make: () => xml(createOdtFlow(createOdtStyles().styles)),
      begin: '<office:text><text:p>The paragraph.',
      box: (text) =>
        `<draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`,
      end: '</text:p>',
    },
  ],
  [
    'rich text',
    {
      make() {
        const flow = createRtfFlow(1000)
        const tokenizer = createRtfTokenizer(flow.events)
        return { write: (text) => tokenizer.write(Buffer.from(text)), take: () => flow.take() }
      },
      begin: '{\\rtf1 The paragraph.',
      box: (text) => `{\\shp{\\*\\shpinst{\\shptxt ${text}\\par}}}`,
      end: '\\par ',
    },
  ],
]
const textsOf = (items: readonly FlowItem[]): string[] =>
  items.flatMap((item) => (item.kind === 'block' ? [item.block.text] : []))

describe.each(formats)('in %s', (_name, { make, begin, box, end }) => {
  it('what hangs on a paragraph comes after it', () => {
    const flow = make()
    flow.write(begin + box('One.') + box('Two.') + end)
    expect(textsOf(flow.take())).toEqual(['The paragraph.', 'One.', 'Two.'])
  })

  it('no more of it waits than a megabyte, and all of it comes in its order', () => {
    const flow = make()
    const texts = Array.from({ length: 3000 }, (_, index) => `${index} ${prose(index, 100)}`)
    flow.write(begin)
    const before: string[] = []
    for (const text of texts) {
      flow.write(box(text))
      before.push(...textsOf(flow.take()))
    }
    const waiting = texts.slice(before.length)
    expect(waiting.join('').length).toBeLessThan(1024 ** 2)
    flow.write(end)
    expect([...before, ...textsOf(flow.take())]).toEqual([
      ...texts.slice(0, before.length),
      'The paragraph.',
      ...waiting,
    ])
  })
})
