// Books of every kind on their way in: from file to chapters, and what that costs.
import type { Figure } from './figure.ts'
import { benchCorpus } from './import/corpus.ts'
import { benchEpub } from './import/epub.ts'
import { benchOffice } from './import/office.ts'
import { benchPdf } from './import/pdf.ts'
import { benchText } from './import/text.ts'
import { benchUpload } from './import/upload.ts'

/** `isLong`: also a text of 1 GB. */
export async function benchImport(isLong: boolean): Promise<Figure[]> {
  return [
    ...(await benchCorpus()),
    ...(await benchEpub()),
    ...(await benchPdf()),
    ...(await benchOffice()),
    ...(await benchText(isLong)),
    ...(await benchUpload()),
  ]
}
