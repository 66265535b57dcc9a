// What a person should change about a Redis that works.
import type { FarmView } from '../../contract/index.ts'
import type { Redis } from './redis.ts'

/** Share of its memory from which a Redis is short of it. */
const nearlyFull = 0.9

/** Nothing where the server does not say, or this user may not ask. */
export async function readRedisHealth(redis: Redis): Promise<FarmView['warnings']> {
  const told = await redis.info('memory').catch(() => '')
  const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(told)?.[1]?.trim() ?? ''
  const most = Number(value('maxmemory'))
  const warnings: FarmView['warnings'] = []
  // Jobs have no end set: only a policy for all keys throws them out.
  if (most > 0 && value('maxmemory_policy').startsWith('allkeys')) warnings.push('evicts-jobs')
  if (most > 0 && Number(value('used_memory')) > most * nearlyFull) warnings.push('memory-short')
  return warnings
}
