// The migrations of projects.db, oldest first. Its version is their number.
import type { Migration } from './migrate.ts'
import { projects0001 } from './projects-migrations/0001-projects.ts'
import { projects0002 } from './projects-migrations/0002-normalised.ts'
import { projects0003 } from './projects-migrations/0003-flagged.ts'
import { projects0004 } from './projects-migrations/0004-fallback.ts'
import { projects0005 } from './projects-migrations/0005-left-out.ts'
import { projects0006 } from './projects-migrations/0006-thumbnails.ts'
import { projects0007 } from './projects-migrations/0007-sound.ts'
import { projects0008 } from './projects-migrations/0008-music.ts'
import { projects0009 } from './projects-migrations/0009-chapter-gain.ts'
import { projects0010 } from './projects-migrations/0010-desk.ts'
import { projects0011 } from './projects-migrations/0011-shelf.ts'
import { projects0012 } from './projects-migrations/0012-positions.ts'
import { projects0013 } from './projects-migrations/0013-script.ts'
import { projects0014 } from './projects-migrations/0014-translation.ts'
import { projects0015 } from './projects-migrations/0015-description.ts'

export const projectsMigrations: readonly Migration[] = [
  projects0001,
  projects0002,
  projects0003,
  projects0004,
  projects0005,
  projects0006,
  projects0007,
  projects0008,
  projects0009,
  projects0010,
  projects0011,
  projects0012,
  projects0013,
  projects0014,
  projects0015,
]
