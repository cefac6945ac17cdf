import { parseArgs } from 'node:util'
import { EXCHANGE_FORMS, type ExchangeForm } from '../../shared/exchange/exchange-forms.ts'
import {
  encodingOfLabel,
  PAGE_ENCODINGS,
  type PageEncoding,
} from '../../shared/import/encodings.ts'

/** What the command line was asked for. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | {
      readonly command: 'letters'
      readonly files: readonly string[]
      readonly json: boolean
      readonly encoding: PageEncoding | undefined
    }
  | {
      readonly command: 'tei'
      readonly files: readonly string[]
      readonly out: string
      readonly edition: string | undefined
      readonly date: string | undefined
      readonly encoding: PageEncoding | undefined
      readonly trail: boolean
    }
  | {
      readonly command: 'measures' | 'problems'
      readonly files: readonly string[]
      readonly json: boolean
    }
  | {
      readonly command: 'export'
      readonly files: readonly string[]
      readonly form: ExchangeForm
      readonly out: string | undefined
      readonly date: string | undefined
    }
  | {
      readonly command: 'align'
      readonly original: string
      readonly translation: string
      readonly languages: { readonly original: string; readonly translation: string }
      readonly json: boolean
    }
  | {
      readonly command: 'roundtrip'
      readonly files: readonly string[]
      readonly edit: boolean
      readonly json: boolean
      readonly schema: string | undefined
    }
  | {
      readonly command: 'check'
      readonly files: readonly string[]
      readonly schema: string | undefined
    }

/** The request, or a sentence that says why the words are none. */
export type ReadArguments =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly message: string }

const OPTIONS: Readonly<Record<string, Readonly<Record<string, 'flag' | 'value'>>>> = {
  letters: { '--json': 'flag', '--encoding': 'value' },
  tei: {
    '--out': 'value',
    '--edition': 'value',
    '--date': 'value',
    '--encoding': 'value',
    '--trail': 'flag',
  },
  check: { '--schema': 'value' },
  problems: { '--json': 'flag' },
  measures: { '--json': 'flag' },
  export: { '--form': 'value', '--out': 'value', '--date': 'value' },
  roundtrip: { '--edit': 'flag', '--json': 'flag', '--schema': 'value' },
  align: { '--languages': 'value', '--json': 'flag' },
}

/** Reads the words behind the program's name. `--` ends the options; `--out DIR` and `--out=DIR` are the same. */
export function readArguments(words: readonly string[]): ReadArguments {
  const [command = '', ...rest] = words
  const beforeEnd = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
  if (beforeEnd.includes('--help') || beforeEnd.includes('-h') || command === 'help') {
    return { ok: true, request: { command: 'help' } }
  }
  if (command === '--version') return { ok: true, request: { command: 'version' } }
  const options = Object.hasOwn(OPTIONS, command) ? OPTIONS[command] : undefined
  if (command === '') return { ok: false, message: 'a command is missing' }
  if (!options) return { ok: false, message: `there is no command ${command}` }
  const split = splitWords(command, rest, options)
  return 'message' in split ? { ok: false, message: split.message } : toRequest(command, split)
}

interface Split {
  readonly files: readonly string[]
  readonly given: ReadonlyMap<string, string>
}

type Kinds = Readonly<Record<string, 'flag' | 'value'>>

function splitWords(
  command: string,
  words: readonly string[],
  kinds: Kinds,
): Split | { readonly message: string } {
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [
      name.slice(2),
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true })
  const files: string[] = []
  const given = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value)
    if (token.kind !== 'option') continue
    const { rawName, value } = token
    const fault = faultOf(rawName, value, kinds, given)
    if (fault !== undefined) return { message: fault.replace('COMMAND', command) }
    given.set(rawName, value ?? '')
  }
  return { files, given }
}

function faultOf(
  name: string,
  value: string | undefined,
  kinds: Kinds,
  given: ReadonlyMap<string, string>,
): string | undefined {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (!kind) return `COMMAND has no option ${name}`
  if (given.has(name)) return `${name} is given twice`
  if (kind === 'flag') return value === undefined ? undefined : `${name} takes no value`
  // A missing value would swallow the next option.
  return !value || value.startsWith('--') ? `${name} wants a value` : undefined
}

function toRequest(command: string, { files, given }: Split): ReadArguments {
  if (files.length === 0) return { ok: false, message: `${command} wants at least one file` }
  const label = given.get('--encoding')
  const encoding = label === undefined ? undefined : (encodingOfLabel(label) ?? undefined)
  if (label !== undefined && encoding === undefined)
    return { ok: false, message: `--encoding wants one of ${PAGE_ENCODINGS.join(', ')}` }
  if (command === 'letters') {
    return { ok: true, request: { command, files, json: given.has('--json'), encoding } }
  }
  if (command === 'measures' || command === 'problems') {
    return { ok: true, request: { command, files, json: given.has('--json') } }
  }
  if (command === 'export') return toExport(files, given)
  if (command === 'align') return toAlign(files, given)
  if (command === 'roundtrip') {
    const [edit, json] = [given.has('--edit'), given.has('--json')]
    const schema = given.get('--schema')
    return { ok: true, request: { command, files, edit, json, schema } }
  }
  if (command === 'check') {
    return { ok: true, request: { command, files, schema: given.get('--schema') } }
  }
  const out = given.get('--out')
  if (out === undefined) return { ok: false, message: 'tei wants --out DIR' }
  const edition = given.get('--edition')
  const date = given.get('--date')
  const trail = given.has('--trail')
  return { ok: true, request: { command: 'tei', files, out, edition, date, encoding, trail } }
}

function toExport(files: readonly string[], given: ReadonlyMap<string, string>): ReadArguments {
  const wish = given.get('--form')
  const form = EXCHANGE_FORMS.find((one) => one === wish)
  if (!form) return { ok: false, message: `export wants --form ${EXCHANGE_FORMS.join('|')}` }
  const [out, date] = [given.get('--out'), given.get('--date')]
  return { ok: true, request: { command: 'export', files, form, out, date } }
}

function toAlign(files: readonly string[], given: ReadonlyMap<string, string>): ReadArguments {
  const [original, translation] = files
  if (original === undefined || translation === undefined || files.length > 2)
    return { ok: false, message: 'align wants two files: the original and its translation' }
  const languages = (given.get('--languages') ?? 'ru,en').split(',')
  const [from = '', to = ''] = languages
  if (languages.length !== 2 || !languages.every((one) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(one)))
    return { ok: false, message: '--languages wants two languages, such as ru,en' }
  const tags = { original: from, translation: to }
  const json = given.has('--json')
  return { ok: true, request: { command: 'align', original, translation, languages: tags, json } }
}
