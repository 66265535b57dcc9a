// The resampler's inner loop in WebAssembly SIMD, written here instruction by instruction. In plain
// TypeScript this loop took two thirds of mastering's time; four products at once make it a fifth.

/** Everything is 32-bit floats and byte offsets into `memory`. */
export type Convolver = {
  /** Makes room for `bytes` in all; views made before are void when it grows. */
  reserve(bytes: number): ArrayBufferLike
  /**
   * Writes outputs from `output` to `outputEnd`. Each is the sum of the products of one row of
   * coefficients with the input; then the input moves on by the row's entry in `steps` (bytes), and
   * after the last row, at `coefficientsEnd`, the first comes again. A row has `rowBytes`, a
   * multiple of 32.
   */
  run(
    output: number,
    outputEnd: number,
    input: number,
    coefficients: number,
    coefficientsEnd: number,
    steps: number,
    rowBytes: number,
  ): void
}

/** Bytes of a page of WebAssembly memory. */
const pageBytes = 65_536

/** Compiles the loop; it and its memory are freed with the convolver. */
export function createConvolver(): Convolver {
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()))
  const { memory, run } = instance.exports
  return {
    reserve(bytes) {
      const missing = bytes - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes))
      return memory.buffer
    },
    run,
  }
}

/** What we use of a web standard that neither Node's nor our own types declare. */
type WebAssemblyApi = {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object) => {
    exports: {
      memory: { readonly buffer: ArrayBufferLike; grow(pages: number): number }
      run: Convolver['run']
    }
  }
}

function moduleBytes(): Uint8Array {
  const parameters = 7
  const section = (id: number, ...body: number[]) => [id, ...sized(body)]
  const name = (text: string) => sized([...text].map((letter) => letter.charCodeAt(0)))
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, parameters, ...Array.from({ length: parameters }, () => i32), 0),
    ...section(3, 1, 0),
    ...section(5, 1, 0, 1),
    ...section(7, 2, ...name('memory'), 2, 0, ...name('run'), 0, 0),
    ...section(10, 1, ...sized([2, 4, i32, 2, v128, ...body(), end])),
  ])
}

const i32 = 0x7f
const v128 = 0x7b
const nothing = 0x40
const end = 0x0b

// Parameters and locals, by index.
const [output, outputEnd, input, coefficients, coefficientsEnd, steps, rowBytes] = [
  0, 1, 2, 3, 4, 5, 6,
] as const
const [row, rowEnd, at, step, even, odd] = [7, 8, 9, 10, 11, 12] as const

const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const constant = (value: number) => [0x41, value]
const add = 0x6a
const lessThan = 0x49
const notLessThan = 0x4f
const advance = (local: number, ...by: number[]) => [...get(local), ...by, add, ...set(local)]
const loadVector = (local: number, offset: number) => [...get(local), 0xfd, 0x00, 2, offset]
const addVectors = [0xfd, 0xe4, 0x01]
const multiplyVectors = [0xfd, 0xe6, 0x01]
const zeroVector = [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)]
/** Adds a vector to itself with its lanes turned by `lanes`. */
const fold = (local: number, lanes: number) => [
  ...[...get(local), ...get(local), ...get(local), 0xfd, 0x0d],
  ...Array.from({ length: 16 }, (_, i) => (i + lanes * 4) % 16),
  ...[...addVectors, ...set(local)],
]
const multiplyAdd = (sum: number, offset: number) => [
  ...[...get(sum), ...loadVector(row, offset), ...loadVector(at, offset)],
  ...[...multiplyVectors, ...addVectors, ...set(sum)],
]

const body = (): number[] => [
  ...[...get(coefficients), ...set(row), ...get(steps), ...set(step)],
  ...[0x02, nothing, 0x03, nothing], // block: loop over outputs
  ...[...get(output), ...get(outputEnd), notLessThan, 0x0d, 1], // all done: leave the block
  ...[...get(input), ...set(at), ...get(row), ...get(rowBytes), add, ...set(rowEnd)],
  ...[...zeroVector, ...set(even), ...zeroVector, ...set(odd)],
  ...[0x03, nothing], // loop over eight taps at a time
  ...[...multiplyAdd(even, 0), ...multiplyAdd(odd, 16)],
  ...[...advance(row, ...constant(32)), ...advance(at, ...constant(32))],
  ...[...get(row), ...get(rowEnd), lessThan, 0x0d, 0, end],
  ...[...get(even), ...get(odd), ...addVectors, ...set(even)],
  ...[...fold(even, 2), ...fold(even, 1)],
  ...[...get(output), ...get(even), 0xfd, 0x1f, 0, 0x38, 2, 0], // store lane 0
  ...advance(output, ...constant(4)),
  ...advance(input, ...get(step), 0x28, 2, 0), // by the entry at step
  ...advance(step, ...constant(4)),
  ...[...get(row), ...get(coefficientsEnd), notLessThan, 0x04, nothing], // if after the last row
  ...[...get(coefficients), ...set(row), ...get(steps), ...set(step), end],
  ...[0x0c, 0, end, end],
]

/** A list with its length in front, as LEB128. */
function sized(bytes: readonly number[]): number[] {
  const length: number[] = []
  for (let rest = bytes.length; ; rest >>= 7) {
    if (rest < 128) return [...length, rest, ...bytes]
    length.push((rest & 127) | 128)
  }
}
