// Where the answers of language models rest: by the key of what was asked, and by the model.

export type KeptAnswer = { key: string; model: string; answer: string }

export type AnswerStore = {
  /** Of each key that has one: the model's own answer, or else the newest of another. Touches them. */
  find(keys: readonly string[], model: string | null): Promise<KeptAnswer[]>
  keep(answers: readonly KeptAnswer[], now: number): Promise<void>
  /** Forgets what nobody has asked for since then (milliseconds since the epoch), and what is too much. */
  sweep(unusedSince: number): Promise<{ forgotten: number }>
  /** Of a book: proposals that are not to be shown again. */
  dismissed(projectId: string): Promise<string[]>
  dismiss(projectId: string, keys: readonly string[], dismissed: boolean): Promise<void>
}
