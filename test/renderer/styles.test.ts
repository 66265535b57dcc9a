// The styles of the face know no left and no right: what begins a line begins it in every language.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow } from '../architecture/read-sources.ts'

const root = join(import.meta.dirname, '../../src/renderer')

/** What a style says of left and right on purpose, by the end of its file's name. */
const meant: Record<string, { line: RegExp; why: string }> = {
  'components/chapter-item.module.css': {
    line: /^border-width: 0 2px 2px 0$/,
    why: 'two sides of a box, turned, are a tick, which is the same everywhere',
  },
}

/** The values of a shorthand; what stands in brackets is one with its function. */
function valuesOf(value: string): string[] {
  const closed = value.replace(
    /\(([^()]*)\)/g,
    (_, inner: string) => `[${inner.replace(/\s/g, '')}]`,
  )
  return closed === value ? value.split(/\s+/) : valuesOf(closed)
}
/** They differ on the left and on the right. */
const isOneSided = (value: string): boolean => {
  const [, right, , left] = valuesOf(value)
  return left !== undefined && left !== right
}
const isPhysical = (declaration: string): boolean => {
  const [, name = '', value = ''] = /^([\w-]+):\s*(.*)$/s.exec(declaration) ?? []
  if (/(^|-)(left|right)(-|$)/.test(name)) return true
  if (/^(text-align|float|clear|background-position)$/.test(name) && /left|right/.test(value))
    return true
  if (/^(padding|margin|inset|border-(width|color|style)|scroll-(padding|margin))$/.test(name))
    return isOneSided(value)
  if (name === 'border-radius') return valuesOf(value).length > 1
  if (/gradient\(to (left|right)/.test(value)) return true
  // What moves sideways or turns, unless by as much as `--forward` says.
  const moves = /^translate$/.test(name)
    ? !/^(none|0|-50% -50%)(\s|$|px)/.test(value)
    : /translateX/.test(value)
  return moves && !value.includes('--forward')
}

const physical = (path: string, text: string): string[] =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .split(/[{};]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter(
      (part) =>
        isPhysical(part) &&
        !Object.entries(meant).some(([end, { line }]) => path.endsWith(end) && line.test(part)),
    )
    .map((part) => `${path}: ${part}`)

test.each([
  ['margin-left: 1px', true],
  ['left: 0', true],
  ['inset: 0 0 auto 0', false],
  ['inset: 0 1px auto 0', true],
  ['padding: 0 var(--a) 0 calc(1px + var(--a))', true],
  ['padding-inline: 0 1px', false],
  ['text-align: right', true],
  ['border-top-left-radius: 1px', true],
  ['border-radius: 1px 0 0 1px', true],
  ['border-radius: calc(1px + (2px - var(--a)))', false],
  ['translate: 0 12px', false],
  ['translate: 1rem 0', true],
  ['translate: calc(1rem * var(--forward)) 0', false],
  ['transform: translateX(3px)', true],
  ['background: linear-gradient(to right, red, blue)', true],
])('%s', (declaration, is) => {
  expect(isPhysical(declaration)).toBe(is)
})

test('no style of the face is about left or right', () => {
  const files = filesBelow(root).filter((file) => file.endsWith('.css'))
  expect(files.length).toBeGreaterThan(50)
  expect(files.flatMap((file) => physical(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('no component places anything left or right', () => {
  const files = filesBelow(root).filter((file) => file.endsWith('.tsx'))
  const found = files.flatMap((file) =>
    (
      readFileSync(file, 'utf8').match(
        /\b(?:(?:margin|padding|border)(?:Left|Right)\w*|left|right): *[^,})]+[,})]|side="(?:left|right)"/g,
      ) ?? []
    ).map((match) => `${file}: ${match}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(found).toEqual([])
})
