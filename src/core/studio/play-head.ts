// Where a person listens, per project: speech starts there.

export type PlayHead = {
  /** Position in the book; 0 until it was moved. */
  of(projectId: string): number
  move(projectId: string, position: number): void
}

export function createPlayHead(): PlayHead {
  const heads = new Map<string, number>()
  return {
    of: (projectId) => heads.get(projectId) ?? 0,
    move: (projectId, position) => void heads.set(projectId, position),
  }
}
