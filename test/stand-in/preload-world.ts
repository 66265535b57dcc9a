// The isolated world in which a page's preload runs: which one it is now, and a way to speak to it.
import type { CdpSession } from './cdp.ts'

export const worldName = 'preload'

export type PreloadWorld = {
  /** Names the one of now; null while a page is on its way. A page that is loaded anew has another. */
  now(): string | null
  /** Rejects with what was thrown in it, and where there is none. */
  evaluate<T>(expression: string): Promise<T>
}

/** `frameId`: the page's main frame, which is named as its target. Every other frame has such a world too. */
export function followPreloadWorld(session: CdpSession, frameId: string): PreloadWorld {
  // Not its number: that comes again where the browser gives the page another process.
  let world: string | null = null
  type Created = {
    context: { uniqueId: string; name: string; auxData: { isDefault: boolean; frameId: string } }
  }
  session.on<Created>('Runtime.executionContextCreated', ({ context }) => {
    const { name, uniqueId, auxData } = context
    if (name === worldName && !auxData.isDefault && auxData.frameId === frameId) world = uniqueId
  })
  type Destroyed = { executionContextUniqueId: string }
  session.on<Destroyed>('Runtime.executionContextDestroyed', (gone) => {
    if (gone.executionContextUniqueId === world) world = null
  })
  session.on('Runtime.executionContextsCleared', () => (world = null))
  return {
    now: () => world,
    async evaluate<T>(expression: string): Promise<T> {
      if (world === null) throw new Error('there is no page')
      type Threw = { exceptionDetails?: { text: string; exception?: { description?: string } } }
      const evaluated = await session.send<T & Threw>('Runtime.evaluate', {
        expression,
        uniqueContextId: world,
      })
      const threw = evaluated.exceptionDetails
      if (threw) throw new Error(threw.exception?.description ?? threw.text)
      return evaluated
    },
  }
}
