// lectern voices: what can be cast.
import { createEmbeddedVoices } from '../io/speech/embedded-voices.ts'
import { forkProcess } from '../io/process/fork.ts'
import { workerEntries } from '../io/places.ts'
import { readOptions } from './options.ts'
import { printJson, printLine } from './report.ts'

/** Lists every voice; needs no data folder. */
export async function voices(args: string[], entryUrl: string): Promise<number> {
  const { values } = readOptions(args, { json: { type: 'boolean' } }, { min: 0, max: 0 })
  const embedded = createEmbeddedVoices({
    launch: forkProcess,
    entries: workerEntries(entryUrl),
    spool: '',
    lanes: 1,
    callTimeoutSeconds: () => 60,
  })
  const lists = await Promise.all(
    embedded.providers.map((provider) => provider.voices(new AbortController().signal)),
  )
  for (const voice of lists.flat()) {
    if (values.json) printJson(voice)
    else printLine(`${voice.id.padEnd(28)} ${voice.languages.join(', ').padEnd(12)} ${voice.label}`)
  }
  await embedded.close()
  return 0
}
