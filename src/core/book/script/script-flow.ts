// Lines of a script to blocks: a speech is a paragraph with its speaker's name, so is a stage direction.
import { createHeadingStarts } from '../heading-starts.ts'
import type { FlowItem } from '../flow.ts'
import { createParagraph, type Paragraph } from '../paragraph.ts'
import { isDirection, scriptHeading, speakerIn, speakerOf, speechBegins } from './speech-line.ts'

export type ScriptFlow = {
  push(lines: readonly string[]): FlowItem[]
  end(): FlowItem[]
}

/** No script has more; a text that only looks like one may. */
const maxNames = 1000

/** `speakers`: who may speak, where that is known; else it is told from the lines. */
export function createScriptFlow(speakers?: readonly string[]): ScriptFlow {
  let items: FlowItem[] = []
  let paragraph: Paragraph | null = null
  const starts = createHeadingStarts(new Set([1, 2, 3]))
  const begin = (heading = 0) => {
    paragraph?.end()
    paragraph = createParagraph((flow) => void items.push({ kind: 'block', ...flow }), { heading })
    return paragraph
  }
  const finish = () => {
    paragraph?.end()
    paragraph = null
  }

  const beginsOf = speakers
    ? (line: string) => wordsBehind(speakerIn(line, speakers))
    : createSpeechTeller()

  const take = (line: string) => {
    if (line.trim() === '') return finish()
    const words = beginsOf(line)
    if (words !== null) {
      const speech = begin()
      speech.add(line)
      // Who speaks is heard by the voice, not by the name.
      return speech.read(0, '', words)
    }
    const heading = scriptHeading(line)
    if (heading) {
      begin(heading.level).add(heading.text)
      finish()
    } else if (isDirection(line)) {
      begin().add(line)
      finish()
    } else if (!paragraph) begin().add(line)
    // A speech goes on over the lines that it was wrapped into.
    else paragraph.add(` ${line}`)
  }

  const done = (): FlowItem[] => {
    const ready = starts.push(items)
    items = []
    return ready
  }
  return {
    push(lines) {
      for (const line of lines) take(line)
      return done()
    },
    end() {
      finish()
      return done()
    },
  }
}

/** Behind the name and its colon. */
const wordsBehind = (name: string | null): number | null => (name === null ? null : name.length + 1)

/** Tells where the words of a speech begin; null for any other line. */
function createSpeechTeller(): (line: string) => number | null {
  const speeches = { capitals: 0, others: 0 }
  const known = new Set<string>()
  return (line) => {
    const name = speakerOf(line)
    if (name === null) return null
    const isCapitals = /\p{Lu}{2}/u.test(name) || !/\p{Ll}/u.test(name)
    const isNew = !known.has(name.toUpperCase())
    // Where names stand in capitals, `Now: who are you?` is what somebody says.
    if (isNew && !isCapitals && speeches.capitals > speeches.others) return null
    if (known.size < maxNames) known.add(name.toUpperCase())
    speeches[isCapitals ? 'capitals' : 'others'] += 1
    return speechBegins(line)
  }
}
