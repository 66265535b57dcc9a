// Counts files that only pass through: what is left of them, when nothing is under way, was forgotten.
import { readdir } from 'node:fs/promises'
import type { OwnedOutside } from '../core/ports/machine.ts'
import type { DataFolder } from './data-folder.ts'

export const countOwned =
  ({ spool, transfers, answers }: DataFolder): OwnedOutside =>
  async () => {
    const named = {
      'files in spool': spool,
      'files in transfers': transfers,
      'files in answers': answers,
    }
    return Promise.all(
      Object.entries(named).map(async ([name, folder]) => ({
        name,
        count: (await readdir(folder).catch(() => [])).length,
      })),
    )
  }
