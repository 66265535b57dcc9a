// What is kept to be used again, by kind.
import type { CacheKindStats } from '../../../contract/index.ts'
import type { StudioContext } from '../studio-context.ts'

export const cacheStats = async ({
  takes,
  codecs,
  keptBooks,
}: Pick<StudioContext, 'takes' | 'codecs' | 'keptBooks'>): Promise<CacheKindStats[]> => [
  await takes.stats(),
  ...(await codecs.stats()),
  await keptBooks.stats(),
]
