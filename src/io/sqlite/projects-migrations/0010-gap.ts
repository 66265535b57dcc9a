// A number that another change of this round has taken; stands here until both are together.
import type { Migration } from '../migrate.ts'

export const projects0010: Migration = { version: 10, sql: '' }
