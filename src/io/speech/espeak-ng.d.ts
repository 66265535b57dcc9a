// The package ships no types.
declare module '@echogarden/espeak-ng-emscripten' {
  const load: (options: {
    getPreloadedPackage: () => ArrayBuffer
    print?: (line: string) => void
    printErr?: (line: string) => void
  }) => Promise<import('./espeak-module.ts').EspeakModule>
  export default load
}
