import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandWords } from '../../src/cli/verbs.ts'
import { terminalWords } from '../../src/main/terminal-words.ts'

const headless = '--ozone-platform=headless'

test.each<[string, string[], boolean, string[] | null]>([
  ['nothing', [], false, null],
  ['a book', ['emma.epub'], false, null],
  ['a book behind switches', ['--no-sandbox', '--', 'emma.epub'], false, null],
  ['a command', ['narrate', 'emma.epub', '--json'], false, ['narrate', 'emma.epub', '--json']],
  ['a command that is no first word', ['emma.epub', 'narrate'], false, null],
  ['a command of the shim', ['--no-sandbox', '--', 'serve'], false, ['serve']],
  ['a file that is called like one', ['./serve'], false, null],
  ['a command and a library', ['doctor', '--data', 'l'], false, ['doctor', '--data', 'l']],
  ['a library and a command', ['--data', 'l', 'doctor'], false, ['doctor', '--data', 'l']],
  ['a library, said in one word, and a command', ['--data=l', 'log'], false, ['log', '--data=l']],
  ['a library that is called like a command', ['--data', 'data'], false, null],
  ['such a library and a book', ['--data', 'log', '--', 'emma.epub'], false, null],
  ['the app’s folder first', ['--inspect=0', '.', 'inspect', 'a'], true, ['inspect', 'a']],
  ['the app’s folder alone, called like a command', ['serve'], true, null],
  ['a wish for help', ['--help'], false, ['--help']],
  ['a wish for the version', ['--', '--version'], false, ['--version']],
  ['no display', [headless, '--', 'emma.epub'], false, ['emma.epub']],
  ['neither display nor words', [headless], false, []],
])('%s', (_case, words, development, expected) => {
  expect(terminalWords(words, development)).toEqual(expected)
})

test('what starts the packed terminal knows the same commands', () => {
  const shim = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../resources/bin', name), 'utf8')
  const sh = /^ {2}(.*)\) ;;$/m.exec(shim('lectern'))?.[1]
  expect(sh?.split(' | ')).toEqual(commandWords)
  const cmd = shim('lectern.cmd')
  expect(/ in \((.*)\) do /.exec(cmd)?.[1]?.split(' ')).toEqual(commandWords)
  expect(
    cmd
      .split('\n')
      .slice(0, -1)
      .every((line) => line.endsWith('\r')),
  ).toBe(true)
})
