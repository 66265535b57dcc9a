// From one file of an archive to another, as a reference is written.

/** Both are names in the archive. What an address cannot hold is written with percent signs. */
export function relativeHref(from: string, to: string): string {
  const folders = from.split('/').slice(0, -1)
  const path = to.split('/')
  let shared = 0
  while (shared < folders.length && shared < path.length - 1 && folders[shared] === path[shared])
    shared += 1
  const ups = folders.slice(shared).map(() => '..')
  return [...ups, ...path.slice(shared).map(encodeURIComponent)].join('/')
}
