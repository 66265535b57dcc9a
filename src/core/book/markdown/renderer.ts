// Markdown to HTML, with what Pandoc writes inside a line: notes, raised and lowered text. The only importer of
// markdown-it, which other books do without.

/** The id of a note in the HTML that is made. */
export const idOfNote = (name: string): string => `note-${name.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`

const noteMark = /\[\^([^\]\s]{1,64})\]/y
const shifted = /([~^])([^\s~^]{1,80})\1/y
const maxNote = 8000

const markOf = (name: string): string =>
  `<a epub:type="noteref" href="#${encodeURIComponent(idOfNote(name))}"></a>`

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Where the bracket closes that opens at `from`; -1 where it does not before another note begins. */
function closingOf(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < Math.min(text.length, from + maxNote); at++) {
    if (at > from && text.startsWith('^[', at)) return -1
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') depth += 1
    else if (text[at] === ']' && --depth === 0) return at
  }
  return -1
}

/** A renderer; `nextNote` names a note in place. Links are dear where brackets are very many. */
export async function createRenderer(
  nextNote: () => string,
  links: 'with links' | 'without links',
) {
  const { default: MarkdownIt } = await import('markdown-it')
  const markdown = new MarkdownIt({ html: true })
  /** Notes in place, until the next heading. */
  const notes: string[] = []
  const takeNotes = (): string => notes.splice(0).join('')
  if (links === 'without links') markdown.disable(['link', 'image'])
  const { rules } = markdown.renderer
  // A book's indented lines are its poems and letters; programs stand in fences.
  rules['code_block'] = (tokens, index) =>
    `<pre>${markdown.utils.escapeHtml(tokens[index]?.content ?? '')}</pre>\n`
  markdown.inline.ruler.before('link', 'note-mark', (state, silent) => {
    const match = matchAt(noteMark, state.src, state.pos)
    if (!match) return false
    if (!silent) state.push('html_inline', '', 0).content = markOf(match[1] ?? '')
    state.pos += match[0].length
    return true
  })
  markdown.inline.ruler.before('link', 'note-in-place', (state, silent) => {
    if (!state.src.startsWith('^[', state.pos)) return false
    const end = closingOf(state.src, state.pos + 1)
    if (end < 0) return false
    if (!silent) {
      const name = nextNote()
      const text = markdown.renderInline(state.src.slice(state.pos + 2, end), state.env)
      const token = state.push('note-in-place', '', 0)
      token.content = markOf(name)
      token.markup = `<p class="footnote" id="${idOfNote(name)}">${text}</p>\n`
    }
    state.pos = end + 1
    return true
  })
  rules['note-in-place'] = (tokens, index) => {
    notes.push(tokens[index]?.markup ?? '')
    return tokens[index]?.content ?? ''
  }
  rules['heading_open'] = (tokens, index, options, _, self) =>
    takeNotes() + self.renderToken(tokens, index, options)
  markdown.inline.ruler.before('strikethrough', 'shifted', (state, silent) => {
    const match = matchAt(shifted, state.src, state.pos)
    if (!match || state.src[state.pos - 1] === match[1]) return false
    const name = match[1] === '^' ? 'sup' : 'sub'
    if (!silent) {
      const text = markdown.utils.escapeHtml(match[2] ?? '')
      state.push('html_inline', '', 0).content = `<${name}>${text}</${name}>`
    }
    state.pos += match[0].length
    return true
  })
  return { render: (text: string): string => markdown.render(text) + takeNotes() }
}
