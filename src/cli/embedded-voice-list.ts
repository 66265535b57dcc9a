// The voices that need no library and no process to be named.
import type { Voice } from '../contract/index.ts'
import { workerEntries } from '../io/places.ts'
import { forkProcess } from '../io/process/fork.ts'
import { createEmbeddedVoices } from '../io/speech/embedded-voices.ts'

/** Starts nothing. */
export async function embeddedVoiceList(entryUrl: string): Promise<Voice[]> {
  const { providers, close } = createEmbeddedVoices({
    launch: forkProcess,
    entries: workerEntries(entryUrl),
    spool: '',
    lanes: 1,
    callTimeoutSeconds: () => 60,
  })
  const { signal } = new AbortController()
  const lists = await Promise.all(providers.map((provider) => provider.voices(signal)))
  await close()
  return lists.flat()
}
