// The voices of macOS, by its command `say`. Tested against a recorder only: no Mac has run this yet.
import { rm, writeFile } from 'node:fs/promises'
import { environmentWith } from '../../environment.ts'
import { wordsPerMinute } from '../words-per-minute.ts'
import { languageTags } from './language-tags.ts'
import { runProgram } from './run-program.ts'
import type { DriverVoice, Find, SystemDriver } from './system-driver.ts'

const fileName = 'say'

/** Name, which may hold spaces and parentheses; locale; after the hash a sentence in its language. */
const row = /^(?<name>\S.*?)\s+(?<locale>[a-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\s+#/u

/** Jokes, sounds, and the small voices of old Macs and of Eloquence: none that reads a book. */
const drafts =
  /^(Albert|Bad News|Bahh|Bells|Boing|Bubbles|Cellos|Deranged|Eddy|Flo|Fred|Good News|Grandma|Grandpa|Hysterical|Jester|Junior|Kathy|Organ|Pipe Organ|Princess|Ralph|Reed|Rocko|Sandy|Shelley|Superstar|Trinoids|Whisper|Wobble|Zarvox)(\s*\(|$)/

/** Reads what `say -v ?` prints; lines that are no voice are passed over, and so is a name's second line. */
export function parseSayVoices(printed: string): DriverVoice[] {
  const voices = printed.split(/\r?\n/).flatMap((line): DriverVoice[] => {
    const { name, locale } = row.exec(line)?.groups ?? {}
    if (name === undefined || locale === undefined) return []
    const draft = drafts.test(name) ? { draft: true } : {}
    return [{ name, label: name, languages: languageTags([locale]), gender: 'unknown', ...draft }]
  })
  return [...new Map(voices.map((voice) => [voice.name, voice])).values()]
}

/** `release` is the kernel's, as `os.release()` tells it: 23.5.0 is Darwin of macOS 14.5. */
export function createMacosSay(find: Find, release: string): SystemDriver {
  let program: string | null = null
  // A program that was not started in a terminal has no locale, and would read the text as Mac Roman.
  const environment = environmentWith({ LC_ALL: 'en_US.UTF-8' })
  return {
    endpoint: `macos-say@darwin-${release.split('.').slice(0, 2).join('.')}`,
    prefix: '',
    deterministic: false,
    async voices(signal) {
      program = await find(fileName)
      if (program === null) return null
      return parseSayVoices(
        await runProgram(program, { arguments: ['-v', '?'], environment }, signal),
      )
    },
    async speak(text, voice, rate, file, signal) {
      const textFile = `${file}.txt`
      // Each voice has a pace of its own, which is not told: it is left alone unless a change is asked for.
      const pace = rate === 1 ? [] : ['-r', String(wordsPerMinute(rate))]
      const format = ['--file-format=WAVE', '--data-format=LEI16@22050']
      try {
        await writeFile(textFile, text, { flag: 'wx', mode: 0o600 })
        await runProgram(
          program ?? fileName,
          { arguments: ['-v', voice, ...pace, '-o', file, ...format, '-f', textFile], environment },
          signal,
        )
      } finally {
        await rm(textFile, { force: true })
      }
    },
    rest() {},
  }
}
