// Loaded into a process before all else, by NODE_OPTIONS: its clock is wrong by LECTERN_TEST_CLOCK_MS.
const shiftMs = Number(process.env['LECTERN_TEST_CLOCK_MS'])
const { now } = Date

class ShiftedDate extends Date {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [now() + shiftMs] : given) as [number]))
  }
  static override now(): number {
    return now() + shiftMs
  }
}
globalThis.Date = ShiftedDate as DateConstructor
