// One shape for whatever runs elsewhere: a forked process, Electron's utility process, a thread.

export type Channel = {
  /** For the memory probe; absent for a thread. */
  readonly pid: number | undefined
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** Called once, with the exit code where there is one. */
  onExit(listener: (code: number | null) => void): void
  kill(): void
}

export type LaunchOptions = {
  /** Shown in process lists and logs. */
  name: string
  /** Given to the entry as its only argument, JSON. */
  parameters?: object
  /** Limit of V8's old generation. */
  heapMegabytes?: number
  /** Gets what the process says on its error output, which else is passed on to our own. */
  onNoise?: (text: string) => void
}

/** Starts an entry of src/workers as a process of its own. Doors inject theirs. */
export type Launch = (entry: URL, options: LaunchOptions) => Channel

/** Where the entries of src/workers are; `.js` beside a built door, `.ts` in the tests. */
export type WorkerEntries = {
  reader: URL
  codec: URL
  voices: URL
  voiceLane: URL
  neuralVoice: URL
  neuralListener: URL
  store: URL
  heapCounter: URL
}
