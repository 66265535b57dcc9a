// A chapter's gain is part of its book's document.
import type { Migration } from '../migrate.ts'

// In dB; chapters from before are as loud as their voices.
export const projects0009: Migration = {
  version: 9,
  sql: 'ALTER TABLE chapters ADD COLUMN gain_db REAL NOT NULL DEFAULT 0;',
}
