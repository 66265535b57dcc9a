// What the papers beside a model say of its licence and where it comes from.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

const paperNames = /^(model_?card|licen[cs]e|copying|readme)(\.(md|txt))?$/i
/** Longer ones are data. */
const longestPaper = 256 * 1024

export type Papers = {
  /** Names of the files. */
  files: string[]
  licence: string | null
  source: string | null
}

/** Well-known licences, as their texts and people's lists begin. */
const licences: readonly (readonly [RegExp, string])[] = [
  [/\bApache License\b/i, 'Apache-2.0'],
  [/\bMIT License\b/i, 'MIT'],
  [/\bCC0\b|CC0 1\.0/i, 'CC0-1.0'],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/i, 'GPL-3.0'],
  [/\bBSD 3-Clause\b/i, 'BSD-3-Clause'],
]

/** Of the papers among the names of a folder. */
export async function readPapers(folder: string, names: readonly string[]): Promise<Papers> {
  const files = names.filter((name) => paperNames.test(name)).sort()
  let licence: string | null = null
  let source: string | null = null
  for (const name of files) {
    const path = join(folder, name)
    if ((await stat(path)).size > longestPaper) continue
    const text = await readFile(path, 'utf8')
    licence ??=
      lineOf(text, /licen[cs]e/) ?? licences.find(([sign]) => sign.test(text))?.[1] ?? null
    source ??= lineOf(text, /source|url|homepage|dataset/)
  }
  return { files, licence, source }
}

/** `* License: CC0` or `license: cc0` → `CC0`. */
function lineOf(text: string, word: RegExp): string | null {
  const line = new RegExp(`^[\\s*#-]*\\**(?:${word.source})\\**\\s*:\\s*\\**\\s*(.+)$`, 'im').exec(
    text,
  )
  const value = line?.[1]?.trim().replace(/^["']|["']$/g, '') ?? ''
  return value === '' ? null : value.slice(0, 200)
}
