// What we use of WebAssembly: Node has it, its types come only with the DOM's.
declare namespace WebAssembly {
  type ImportValue = (...args: never[]) => unknown
  type ModuleImports = Record<string, ImportValue>
  class Module {
    private readonly compiled: true
  }
  class Memory {
    private constructor()
    readonly buffer: ArrayBuffer
    /** By pages of 64 KB. */
    grow(pages: number): number
  }
  class Instance {
    constructor(module: Module, imports: Record<string, ModuleImports>)
    readonly exports: Record<string, unknown>
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
