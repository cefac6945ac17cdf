/** The compiled Hunspell of the package hunspell-asm, without the wrapper that the package puts around it. */
declare module 'hunspell-asm/dist/esm/lib/node/hunspell.js' {
  /** What Emscripten gives of the program: its memory, its files in memory, its functions by name. */
  export interface HunspellModule {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void }
    cwrap(
      name: string,
      result: 'number' | null,
      args: readonly 'number'[],
    ): (...args: number[]) => number
    allocateUTF8(text: string): number
    getValue(at: number, type: '*'): number
    UTF8ToString(at: number): string
    _malloc(bytes: number): number
    _free(at: number): void
  }
  const createModule: (settings: {
    onRuntimeInitialized(this: void): void
    onAbort(cause: unknown): void
  }) => HunspellModule
  // biome-ignore lint/style/noDefaultExport: this is how the package exports.
  export default createModule
}
