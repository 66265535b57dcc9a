// Books of every kind on their way in: from file to chapters, and what that costs.
import type { Figure } from './figure.ts'
import { benchCorpus } from './import/corpus.ts'
import { benchUpload } from './import/upload.ts'

export async function benchImport(): Promise<Figure[]> {
  return [...(await benchCorpus()), ...(await benchUpload())]
}
