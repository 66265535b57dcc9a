// Kinds of text: HTML, Markdown, plain; and what only looks like text.
import { readPrologue } from './prologue.ts'
import type { TextFormat } from './reader.ts'
import { isScript } from './script/speech-line.ts'
import { detectEncoding, unicodeEncoding, type Encoding } from './text-encoding.ts'

export type TextKind =
  | { known: 'text'; format: TextFormat; encoding: Encoding }
  | { known: 'book'; format: string }
  | { known: 'other'; kind: string }
  | { known: 'binary' }
  | { known: 'blank' }

/** Share of control bytes above which nobody wrote it. */
const maxControls = 0.02

function isBinary(sample: Uint8Array): boolean {
  let controls = 0
  let nuls = 0
  for (const byte of sample) {
    if (byte === 0) nuls += 1
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1a) || byte === 127)
      controls += 1
  }
  // Single NULs stand in some texts; many in none but UTF-16, which was told before.
  return controls > sample.length * maxControls || nuls > 4 + sample.length * 0.002
}

const htmlRoots = new Set(['html', 'head', 'body', 'xhtml:html', 'html:html'])
const htmlTag =
  /<\/?(?:p|div|h[1-6]|br|span|a|em|strong|i|b|table|ul|ol|li|blockquote|center|font|pre|title|meta)\b[^<>]*>/gi

const markdownHeading = /^ {0,3}#{1,6}[ \t]+\S/gm
const markdownSign =
  /\[[^[\]\n]{1,300}\]\([^)\s]{1,300}\)|(?<!\*)\*\*[^\s*][^*\n]*\*\*(?!\*)|^ {0,3}(?:```|~~~)/gm
const setext = /^\S.{0,80}\n(?:={3,}|-{3,})[ \t]*$/gm
/** A file that begins with its title. */
const titleLine = /^\s*# \S[^\n]*\n[ \t]*\n/
const frontMatter = /^---[ \t]*\n[\w-]+:/

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

function isMarkdown(text: string): boolean {
  const headings = count(text, markdownHeading)
  const signs = count(text, markdownSign)
  if (frontMatter.test(text) || titleLine.test(text)) return true
  if (headings >= 2 || (headings === 1 && signs >= 1)) return true
  return signs >= 5 || (count(text, setext) >= 2 && signs >= 1)
}

/** `sample`: the file's beginning. */
export async function sniffText(sample: Uint8Array): Promise<TextKind> {
  if (unicodeEncoding(sample) === null && isBinary(sample)) return { known: 'binary' }
  const encoding = await detectEncoding(sample)
  const text = new TextDecoder(encoding.label)
    .decode(sample, { stream: true })
    .replace(/\r\n?/g, '\n')
  if (/^[\s\u0000]*$/.test(text)) return { known: 'blank' }
  const bad = count(text.slice(0, 4096), /[\u0000-\u0008\ufffd]/g)
  if (bad > 16 && bad > Math.min(text.length, 4096) * 0.1) return { known: 'binary' }
  const { xml, doctype, root } = readPrologue(text)
  if (doctype === 'html' || (root && htmlRoots.has(root)))
    return { known: 'text', format: 'html', encoding }
  if (root === 'fictionbook') return { known: 'text', format: 'fb2', encoding }
  if (root === 'svg') return { known: 'other', kind: 'an SVG picture' }
  if (xml && root) return { known: 'other', kind: 'an XML file' }
  if (count(text.slice(0, 8192), htmlTag) >= 3 && root)
    return { known: 'text', format: 'html', encoding }
  if (isScript(text)) return { known: 'text', format: 'script', encoding }
  return { known: 'text', format: isMarkdown(text) ? 'markdown' : 'text', encoding }
}
