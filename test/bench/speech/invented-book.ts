// A book of as many distinct paragraphs as are asked for, each a segment of its own.

const who = ['The ferryman', 'A clerk', 'My aunt', 'The old pilot', 'Her brother', 'The smith']
const did = ['carried', 'forgot', 'painted', 'sold', 'mended', 'counted', 'hid']
const what = ['the brass lamp', 'seven letters', 'a blue coat', 'the broken oar', 'every key']
const where = ['below the mill', 'beside the harbour', 'behind the chapel', 'at the upper lock']
const after = [
  'and nobody in the valley asked for a reason until the first snow had come and gone.',
  'which was, as the whole village agreed, the strangest thing that had happened that year.',
  'for the road was closed, the river was high, and there was little else to be done.',
]

const nth = (list: readonly string[], number: number) => list[number % list.length] as string

/** About a hundred and thirty characters each: what a voice speaks in eight seconds. */
export function inventedParagraphs(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const subject = `${nth(who, index)} ${nth(did, index)} ${nth(what, index)}`
    const third = Math.floor(index / 210)
    return `${subject} ${nth(where, Math.floor(index / 2))}, ${nth(after, index + third)}`
  })
}
