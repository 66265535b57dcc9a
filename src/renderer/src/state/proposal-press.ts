// What a key means in the list of proposals.

export type ProposalDeed = 'next' | 'previous' | 'first' | 'last' | 'take' | 'dismiss' | 'show'

const presses: Readonly<Record<string, ProposalDeed>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'take',
  y: 'take',
  Delete: 'dismiss',
  n: 'dismiss',
  o: 'show',
}

/** `name`: as `keyName` names it. `isRow`: pressed at a proposal itself; its buttons keep Enter for themselves. */
export function proposalPress(name: string, isRow: boolean): ProposalDeed | null {
  if (name === 'Enter' && !isRow) return null
  return Object.hasOwn(presses, name) ? (presses[name] ?? null) : null
}
