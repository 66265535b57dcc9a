// What a person should hear of: the live region for all of it, a toast for what went wrong.
import { Toast } from '@base-ui/react/toast'
import type { Failure, Reply } from '../../../contract/index.ts'
import { failureSentence } from '../words.ts'
import { createStore, type Readable } from '../client/store.ts'

/** What a person may do about it, for as long as it is shown. */
export type Offer = { label: string } & ({ act: () => void } | { download: string })

export type News = {
  /** The last sentence for the live region. */
  said: Readable<string>
  toasts: ReturnType<typeof Toast.createToastManager>
  /** For the live region alone. */
  say(sentence: string): void
  /** A toast, and so said too; with a button where there is an offer. Returns the function that ends it. */
  tell(sentence: string, offer?: Offer): () => void
  /** A toast that stays until it is dismissed: it is nowhere else. */
  remark(sentence: string): void
  /** A toast that stays until it is dismissed; cancelling is not news. */
  fail(failure: Failure): void
  /** The value of a reply; null after telling of its failure. */
  settle<T>(reply: Reply<T>): T | null
}

/** What is to be fetched stays until it is dismissed: it is nowhere else. */
function timeoutOf(offer: Offer | undefined): number {
  if (offer === undefined) return 6000
  return 'act' in offer ? 12_000 : 0
}

/** `quiet`: true while the studio does not answer, which the banner tells once for all. */
export function createNews(quiet: () => boolean): News {
  const said = createStore('')
  const toasts = Toast.createToastManager()
  const news: News = {
    said,
    toasts,
    say: said.set,
    tell(sentence, offer) {
      const id = toasts.add({
        description: sentence,
        timeout: timeoutOf(offer),
        ...(offer && 'act' in offer
          ? { actionProps: { children: offer.label, onClick: offer.act } }
          : { data: offer }),
      })
      return () => toasts.close(id)
    },
    remark: (sentence) =>
      void toasts.add({ description: sentence, type: 'failure', priority: 'high', timeout: 0 }),
    fail(failure) {
      if (failure.code === 'cancelled' || quiet()) return
      toasts.add({
        id: `${failure.code} ${JSON.stringify(failure.params)}`,
        description: failureSentence(failure),
        type: 'failure',
        priority: 'high',
        timeout: 0,
      })
    },
    settle(reply) {
      if (reply.ok) return reply.value
      news.fail(reply.failure)
      return null
    },
  }
  return news
}
