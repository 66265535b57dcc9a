// The migrations of takes.db, oldest first. Its version is their number.
import type { Migration } from './migrate.ts'
import { takes0001 } from './takes-migrations/0001-takes.ts'
import { takes0002 } from './takes-migrations/0002-flags.ts'
import { takes0003 } from './takes-migrations/0003-by-segment.ts'
import { takes0004 } from './takes-migrations/0004-weights.ts'

export const takesMigrations: readonly Migration[] = [takes0001, takes0002, takes0003, takes0004]
