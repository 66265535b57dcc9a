// Just enough of WASI for one program that gets arguments and writes one file: no file system, no clock.

export type WasiHost = {
  imports: WebAssembly.ModuleImports
  /**
   * Runs the program's main function. What it writes into its file is handed to `write` piece by
   * piece, as views of its memory that are good until `write` returns. Throws when it ends with an error.
   */
  run(
    program: { memory: WebAssembly.Memory; start: () => void },
    args: readonly string[],
    write: (piece: Uint8Array<ArrayBuffer>) => void,
  ): void
}

const badDescriptor = 8
const rootDescriptor = 3
const fileDescriptor = 4

/** Every path the program opens is the one output file. Time stands still, so that nothing depends on it. */
export function createWasiHost(): WasiHost {
  let memory: WebAssembly.Memory
  let args: Uint8Array[] = []
  let deliver: (piece: Uint8Array<ArrayBuffer>) => void = () => {}
  let said = ''
  let position = 0n
  const view = () => new DataView(memory.buffer)
  const bytes = (start: number, length: number) => new Uint8Array(memory.buffer, start, length)
  const decoder = new TextDecoder()

  const write = (descriptor: number, list: number, count: number, total: number) => {
    let length = 0
    for (let index = 0; index < count; index += 1) {
      const start = view().getUint32(list + index * 8, true)
      const chunk = bytes(start, view().getUint32(list + index * 8 + 4, true))
      if (descriptor === fileDescriptor) deliver(chunk)
      else said += decoder.decode(chunk)
      length += chunk.length
    }
    if (descriptor === fileDescriptor) position += BigInt(length)
    view().setUint32(total, length, true)
    return 0
  }

  return {
    imports: {
      args_sizes_get(count: number, size: number) {
        view().setUint32(count, args.length, true)
        view().setUint32(
          size,
          args.reduce((sum, arg) => sum + arg.length, 0),
          true,
        )
        return 0
      },
      args_get(list: number, buffer: number) {
        let at = buffer
        for (const [index, arg] of args.entries()) {
          view().setUint32(list + index * 4, at, true)
          bytes(at, arg.length).set(arg)
          at += arg.length
        }
        return 0
      },
      clock_time_get(_clock: number, _precision: bigint, time: number) {
        view().setBigUint64(time, 0n, true)
        return 0
      },
      fd_prestat_get(descriptor: number, stat: number) {
        if (descriptor !== rootDescriptor) return badDescriptor
        view().setUint32(stat, 0, true)
        view().setUint32(stat + 4, 1, true)
        return 0
      },
      fd_prestat_dir_name(_descriptor: number, path: number) {
        bytes(path, 1)[0] = '/'.charCodeAt(0)
        return 0
      },
      fd_fdstat_get(descriptor: number, stat: number) {
        if (descriptor > fileDescriptor) return badDescriptor
        const [terminal, folder, file] = [2, 3, 4]
        const kind =
          descriptor === rootDescriptor ? folder : descriptor < rootDescriptor ? terminal : file
        bytes(stat, 24).fill(0)
        view().setUint8(stat, kind)
        view().setBigUint64(stat + 8, ~0n & 0xffff_ffff_ffff_ffffn, true)
        view().setBigUint64(stat + 16, ~0n & 0xffff_ffff_ffff_ffffn, true)
        return 0
      },
      fd_fdstat_set_flags: () => 0,
      path_open(...call: unknown[]) {
        view().setUint32(call[8] as number, fileDescriptor, true)
        return 0
      },
      fd_write: write,
      fd_read: () => badDescriptor,
      fd_seek(_descriptor: number, _offset: bigint, _whence: number, at: number) {
        view().setBigUint64(at, position, true)
        return 0
      },
      fd_close: () => 0,
      proc_exit(code: number) {
        throw new Error(`the program ended with ${code}: ${said}`)
      },
    },
    run({ memory: itsMemory, start }, words, write) {
      memory = itsMemory
      args = words.map((word) => new TextEncoder().encode(`${word}\0`))
      deliver = write
      said = ''
      position = 0n
      start()
    },
  }
}
