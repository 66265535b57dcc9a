// Raises and clears alerts with hysteresis: a figure that swings around its limit is one alert, not a hundred.
import type { Alert, Settings } from '../../../contract/index.ts'
import { alertRules, type AlertFacts, type AlertReading, type AlertRule } from './alert-rules.ts'

/** It is cleared once the figure has been this far on the good side of its limit … */
const clearShare = 0.1
/** … for so long. */
const clearAfterMs = 30_000

type Watched = {
  rule: AlertRule
  /** Null while it is not raised. */
  alert: Alert | null
  /** Since when the limit is passed, or the figure is good again; null where it is neither. */
  badSince: number | null
  goodSince: number | null
}

export type Alerts = {
  /** All that are raised, after what is known at `now`, on a clock that never jumps; `date`: the same for people. */
  step(facts: AlertFacts, settings: Settings, now: number, date?: number): Alert[]
}

export function createAlerts(): Alerts {
  const watched = new Map<string, Watched>()

  const look = (one: Watched, reading: AlertReading | null, now: number, date: number) => {
    const { rule, alert } = one
    const sign = rule.bad === 'above' ? 1 : -1
    const over = reading ? sign * (reading.value - reading.limit) : -Infinity
    const isBad = over > 0
    const isGood = !reading || over < -Math.abs(reading.limit) * clearShare
    one.badSince = isBad ? (one.badSince ?? now) : null
    one.goodSince = isGood ? (one.goodSince ?? now) : null
    if (reading && alert) {
      const worse = sign * (reading.value - alert.value) > 0
      one.alert = { ...alert, limit: reading.limit, value: worse ? reading.value : alert.value }
    }
    if (reading && !alert && one.badSince !== null && now - one.badSince >= rule.afterMs)
      one.alert = { name: rule.name, level: rule.level, ...reading, since: date }
    if (alert && one.goodSince !== null && now - one.goodSince >= clearAfterMs) one.alert = null
  }

  return {
    step(facts, settings, now, date = now) {
      const seen = new Set<string>()
      for (const rule of alertRules)
        for (const reading of rule.read(facts, settings)) {
          const key = `${rule.name} ${reading.of}`
          seen.add(key)
          const one = watched.get(key) ?? { rule, alert: null, badSince: null, goodSince: null }
          watched.set(key, one)
          look(one, reading, now, date)
        }
      // What cannot be told any more, as the speed of speech when nothing is spoken, is not bad.
      for (const [key, one] of watched) {
        if (seen.has(key)) continue
        look(one, null, now, date)
        if (!one.alert) watched.delete(key)
      }
      return [...watched.values()].flatMap(({ alert }) => (alert ? [alert] : []))
    },
  }
}
