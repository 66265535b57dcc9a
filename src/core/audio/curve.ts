// Amplitudes that change along a sound, as a few points with straight lines between them.
import type { Curve } from '../../contract/index.ts'

/** Multiplies `samples`, the first of which stands at the curve's 0, in place. */
export function followCurve(samples: Float32Array, curve: Curve): void {
  const [first] = curve
  if (!first) return
  let next = 0
  for (let i = 0; i < samples.length; i++) {
    while (next < curve.length && (curve[next] as Curve[number])[0] <= i) next += 1
    samples[i] = (samples[i] as number) * between(curve[next - 1], curve[next], i)
  }
}

/** The amplitude at a place. */
export function curveAt(curve: Curve, place: number): number {
  const next = curve.findIndex(([at]) => at > place)
  return next < 0
    ? between(curve.at(-1), undefined, place)
    : between(curve[next - 1], curve[next], place)
}

/** What all curves together make of an amplitude at a place. */
export const throughCurves = (
  amplitude: number,
  curves: readonly Curve[] | undefined,
  place: number,
): number => (curves ?? []).reduce((product, curve) => product * curveAt(curve, place), amplitude)

function between(
  before: Curve[number] | undefined,
  behind: Curve[number] | undefined,
  place: number,
): number {
  if (!before) return behind ? behind[1] : 1
  if (!behind) return before[1]
  const [from, low] = before
  const [to, high] = behind
  return low + ((high - low) * (place - from)) / (to - from)
}

/** What of a curve is needed from `from` to `to`, with `from` as its new 0: the values stay, to the bit. */
export function curveWithin(curve: Curve, from: number, to: number): Curve {
  const first = curve.findLastIndex(([at]) => at <= from)
  const last = curve.findIndex(([at]) => at >= to)
  return curve
    .slice(Math.max(0, first), last < 0 ? curve.length : last + 1)
    .map(([at, amplitude]) => [at - from, amplitude])
}
