// lectern voices: what can be cast.
import { embeddedVoiceList } from './embedded-voice-list.ts'
import { readOptions } from '../io/command-line/options.ts'
import { printJson, printLine } from '../io/command-line/report.ts'

/** Lists every voice; needs no data folder. */
export async function voices(args: string[], entryUrl: string): Promise<number> {
  const { values } = readOptions(args, { json: { type: 'boolean' } }, { min: 0, max: 0 })
  for (const voice of await embeddedVoiceList(entryUrl)) {
    if (values.json) printJson(voice)
    else printLine(`${voice.id.padEnd(28)} ${voice.languages.join(', ').padEnd(12)} ${voice.label}`)
  }
  return 0
}
