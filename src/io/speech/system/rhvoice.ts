// RHVoice as Linux has it installed, by its command `RHVoice-test`. Tested against a recorder only, which
// keeps to the options in the program's source; the program itself tells no version.
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { languageTags } from './language-tags.ts'
import { runProgram } from './run-program.ts'
import type { DriverVoice, Find, SystemDriver } from './system-driver.ts'

const fileName = 'RHVoice-test'
const prefix = 'rhvoice/'

/** The languages' names in the voices' descriptions. */
const tags: Readonly<Record<string, string>> = {
  Albanian: 'sq',
  'Brazilian-Portuguese': 'pt-BR',
  Croatian: 'hr',
  Czech: 'cs',
  English: 'en',
  Esperanto: 'eo',
  Georgian: 'ka',
  Kyrgyz: 'ky',
  Macedonian: 'mk',
  Polish: 'pl',
  Russian: 'ru',
  Serbian: 'sr',
  Slovak: 'sk',
  Spanish: 'es',
  Tatar: 'tt',
  Turkmen: 'tk',
  Ukrainian: 'uk',
  Uzbek: 'uz',
  Vietnamese: 'vi',
}

/** Reads a voice's `voice.info`; null when it names no voice. */
export function parseRhvoiceInfo(info: string): DriverVoice | null {
  const value = (key: string) => new RegExp(`^${key}=(.+)$`, 'm').exec(info)?.[1]?.trim()
  const name = value('name')
  if (name === undefined) return null
  const language = value('language') ?? ''
  const gender = value('gender')
  return {
    name: `${prefix}${name}`,
    label: name,
    languages: languageTags([tags[language] ?? []].flat()),
    gender: gender === 'female' || gender === 'male' ? gender : 'unknown',
  }
}

/** Its voices lie beside the program: `bin/RHVoice-test`, `share/RHVoice/voices/NAME/voice.info`. */
export function createRhvoice(find: Find): SystemDriver {
  let program: string | null = null
  return {
    endpoint: 'rhvoice-cli',
    prefix,
    deterministic: false,
    async voices() {
      program = await find(fileName)
      if (program === null) return null
      const folder = join(dirname(dirname(program)), 'share', 'RHVoice', 'voices')
      const names = await readdir(folder).catch(() => [])
      const infos = await Promise.all(
        names
          .sort((a, b) => a.localeCompare(b, 'en'))
          .map((name) => readFile(join(folder, name, 'voice.info'), 'utf8').catch(() => '')),
      )
      return infos.flatMap((info) => parseRhvoiceInfo(info) ?? [])
    },
    async speak(text, voice, rate, file, signal) {
      const options = ['-p', voice.slice(prefix.length), '-r', String(Math.round(100 * rate))]
      const run = { arguments: [...options, '-o', file], input: text }
      await runProgram(program ?? fileName, run, signal)
    },
    rest() {},
  }
}
