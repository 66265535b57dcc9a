// espeak-ng as Linux has it installed, by its command. Tested against the real one (1.51).
import { environmentWith } from '../../environment.ts'
import { wordsPerMinute } from '../words-per-minute.ts'
import { languageTags } from './language-tags.ts'
import { runProgram } from './run-program.ts'
import type { DriverVoice, Find, SystemDriver } from './system-driver.ts'

const fileName = 'espeak-ng'
const endpoint = 'espeak-ng-cli'
/** Before the engine's own name, which the embedded espeak-ng uses as well. */
const prefix = 'espeak-ng/'

/** Priority, language, age and gender, name, file, and other languages with their priorities. */
const row =
  /^\s*\d+\s+(?<language>\S+)\s+\S*?(?<gender>[MF-])\s+(?<label>\S+)\s+(?<file>\S+)\s*(?<others>(?:\([^)]*\))*)\s*$/u

/**
 * Reads what `espeak-ng --voices` prints, all drafts as the embedded espeak-ng's are; lines that are no voice are passed over.
 */
export function parseEspeakVoices(printed: string): DriverVoice[] {
  return printed.split(/\r?\n/).flatMap((line) => {
    const found = row.exec(line)?.groups
    if (!found) return []
    const { language = '', gender, label = '', file = '', others = '' } = found
    const otherLanguages = [...others.matchAll(/\((\S+)[^)]*\)/g)].map(([, other]) => other ?? '')
    return {
      name: `${prefix}${file}`,
      label: label.replaceAll('_', ' ').trim(),
      languages: languageTags([language, ...otherLanguages]),
      gender: gender === 'F' ? 'female' : gender === 'M' ? 'male' : 'unknown',
      draft: true,
    }
  })
}

/** Its name has no version: recipes made before the voices were first listed must stay the same. */
export function createEspeakCli(find: Find): SystemDriver {
  let program: string | null = null
  // Complaints in English, for the log.
  const environment = environmentWith({ LC_ALL: 'C.UTF-8' })
  return {
    endpoint,
    prefix,
    deterministic: true,
    async voices(signal) {
      program = await find(fileName)
      if (program === null) return null
      return parseEspeakVoices(
        await runProgram(program, { arguments: ['--voices'], environment }, signal),
      )
    },
    async speak(text, voice, rate, file, signal) {
      const engineVoice = voice.slice(prefix.length)
      const options = ['-b', '1', '-v', engineVoice, '-s', String(wordsPerMinute(rate))]
      await runProgram(
        program ?? fileName,
        { arguments: [...options, '-w', file, '--stdin'], input: text, environment },
        signal,
      )
    },
    rest() {},
  }
}
