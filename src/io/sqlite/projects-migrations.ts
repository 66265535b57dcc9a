// The migrations of projects.db, oldest first. Its version is their number.
import type { Migration } from './migrate.ts'
import { projects0001 } from './projects-migrations/0001-projects.ts'

export const projectsMigrations: readonly Migration[] = [projects0001]
