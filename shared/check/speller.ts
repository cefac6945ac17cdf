import createModule, { type HunspellModule } from 'hunspell-asm/dist/esm/lib/node/hunspell.js'

/** What a dictionary of Hunspell says of words. */
export interface Speller {
  /** Whether a word, without punctuation around it, is spelt as the dictionary or one of the added words has it. */
  isSpelt(word: string): boolean
  /** What may have been meant, the likeliest first; none where the dictionary has no idea. Slow: some milliseconds for a word. */
  suggest(word: string): readonly string[]
  /** Words (names, renderings of the glossary) that count as spelt from now on. */
  add(words: readonly string[]): void
}

/** A Hunspell dictionary in UTF-8: affix rules and words, as the files of the dictionary are. */
export interface Dictionary {
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

const AFF = '/words.aff'
const DIC = '/words.dic'

/** Loads Hunspell and a dictionary into memory of their own; rejects where WebAssembly cannot be used. */
export async function createSpeller({ aff, dic }: Dictionary): Promise<Speller> {
  const module = await startModule()
  module.FS.writeFile(AFF, aff)
  module.FS.writeFile(DIC, dic)
  const call = (name: string, count: number) =>
    module.cwrap(`Hunspell_${name}`, 'number', Array<'number'>(count).fill('number'))
  const [create, spell, suggest] = [call('create', 2), call('spell', 2), call('suggest', 3)]
  const [free, add] = [call('free_list', 3), call('add', 2)]
  const hunspell = withText(module, AFF, (a) => withText(module, DIC, (d) => create(a, d)))
  const known = new Map<string, boolean>()
  return {
    isSpelt(word) {
      const before = known.get(word)
      if (before !== undefined) return before
      const isSpelt = withText(module, word, (at) => spell(hunspell, at)) !== 0
      known.set(word, isSpelt)
      return isSpelt
    },
    suggest(word) {
      const list = module._malloc(4)
      const count = withText(module, word, (at) => suggest(hunspell, list, at))
      const first = module.getValue(list, '*')
      const found = Array.from({ length: Math.max(0, count) }, (_, index) =>
        module.UTF8ToString(module.getValue(first + index * 4, '*')),
      )
      free(hunspell, list, count)
      module._free(list)
      return found
    },
    add(words) {
      for (const word of words) withText(module, word, (at) => add(hunspell, at))
      known.clear()
    },
  }
}

function startModule(): Promise<HunspellModule> {
  return new Promise((resolve, reject) => {
    const module = createModule({
      // Called later than `module` is given: the program is compiled in between.
      onRuntimeInitialized: () => resolve(wrapped(module)),
      onAbort: (cause) => reject(new Error(`Hunspell cannot be loaded: ${String(cause)}`)),
    })
  })
}

// Emscripten's module is a thenable that resolves with itself for ever: it may not be awaited as it is.
function wrapped(module: HunspellModule): HunspellModule {
  const { FS, cwrap, allocateUTF8, getValue, UTF8ToString, _malloc, _free } = module
  return { FS, cwrap, allocateUTF8, getValue, UTF8ToString, _malloc, _free }
}

function withText<T>(module: HunspellModule, text: string, use: (at: number) => T): T {
  const at = module.allocateUTF8(text.normalize())
  try {
    return use(at)
  } finally {
    module._free(at)
  }
}
