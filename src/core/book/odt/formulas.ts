// Formulas of an OpenDocument text: each is an object with a file of its own, in MathML.
import { FailureError } from '../../base/failure-error.ts'
import type { BookArchive } from '../archive-text.ts'
import { createInlineFormula } from '../inline-formula.ts'
import { scanXml } from '../xml-scan.ts'

export type Formula = {
  /** Its signs, one after the other. */
  text: string
  /** Whether that is how it is said. */
  isPlain: boolean
}

/** By the object's name, `Object 1`. */
export type Formulas = ReadonlyMap<string, Formula>

const contentOf = /^((?:Object|Formula)[^/]*)\/content\.xml$/
const maxFormulas = 20_000
const maxBytes = 256 * 1024

/** `names`: of the archive's entries. Objects of other kinds, and damaged ones, are passed over. */
export async function readFormulas(
  archive: BookArchive,
  names: readonly string[],
): Promise<Formulas> {
  const formulas = new Map<string, Formula>()
  for (const name of names) {
    const object = contentOf.exec(name)?.[1]
    if (object === undefined || archive.size(name) > maxBytes) continue
    if (formulas.size >= maxFormulas) break
    const formula = await formulaOf(archive, name)
    if (formula !== null) formulas.set(object, formula)
  }
  return formulas
}

async function formulaOf(archive: BookArchive, name: string): Promise<Formula | null> {
  const signs = createInlineFormula('math')
  let text = ''
  let annotations = 0
  let isPlain = true
  let isFormula = false
  try {
    await scanXml(archive.stream(name), {
      open(element) {
        isFormula ||= element === 'math'
        if (element.startsWith('annotation')) annotations += 1
        else if (annotations === 0) signs.open(element, 0)
      },
      text(data) {
        if (annotations > 0 || !signs.inside) return
        signs.text(data)
        text += data.trim()
      },
      close(element) {
        if (element.startsWith('annotation')) annotations -= 1
        else if (signs.close(element) !== null) isPlain = false
      },
    })
  } catch (error) {
    if (error instanceof FailureError && error.failure.code === 'book-damaged') return null
    throw error
  }
  return isFormula ? { text, isPlain } : null
}
