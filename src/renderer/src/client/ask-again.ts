// Asks again and again while something is looked at; a page that is hidden asks for nothing.
import { after } from './after.ts'

/** Asks now, and `everyMs` after each answer, until what it returns is called; then nothing is heard any more. */
export function askAgain<T>(
  everyMs: number,
  ask: () => Promise<T>,
  heard: (answer: T) => void,
): () => void {
  let stop = () => {}
  let gone = false
  const turn = async () => {
    if (document.hidden) return wait()
    const answer = await ask()
    if (gone) return
    heard(answer)
    wait()
  }
  const wait = () => {
    stop = after(everyMs, () => void turn())
  }
  void turn()
  return () => {
    gone = true
    stop()
  }
}
