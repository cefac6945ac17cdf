import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Module, modulesOf, ROOT } from './support/modules.ts'

const modules = modulesOf(['app', 'renderer', 'shared'])

/** Packages that are pure: no DOM, no Node, no clock, no randomness, no storage of their own. */
const PURE_PACKAGES = [
  'prosemirror-model',
  'prosemirror-transform',
  'saxes',
  'hunspell-asm',
  'salve-annos',
  'diff',
  'fflate',
  'parse5',
  'zod',
]

/** Who may import whom: files below `from` may import only what `allows` says (their own folder always). */
const LAYERS: readonly { from: string; allows: RegExp }[] = [
  { from: 'shared/', allows: /^shared\// },
  { from: 'shared/xml/', allows: /^shared\/xml\// },
  { from: 'shared/letter/', allows: /^shared\/letter\// },
  { from: 'shared/entity/', allows: /^shared\/(entity|letter)\// },
  { from: 'shared/import/', allows: /^shared\/(import|letter|entity|translate|xml)\// },
  {
    from: 'shared/check/',
    allows: /^shared\/(check|letter|entity|translate)\/|^shared\/import\/languages\//,
  },
  { from: 'shared/translate/', allows: /^shared\/(translate|letter|entity)\// },
  { from: 'app/', allows: /^(app|shared|resources)\// },
  { from: 'renderer/', allows: /^(renderer|shared|resources)\// },
  { from: 'renderer/editor/', allows: /^(renderer\/editor|shared)\// },
  { from: 'renderer/storage/', allows: /^(renderer\/storage|shared)\// },
  { from: 'renderer/host/', allows: /^(renderer\/host|shared)\// },
]

function isPackage(to: string): boolean {
  return !/^(app|renderer|shared|resources|test)\//.test(to)
}

function packageOf(to: string): string {
  return to
    .split('/')
    .slice(0, to.startsWith('@') ? 2 : 1)
    .join('/')
}

describe('architecture', () => {
  it('has only the agreed folders at the top', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'out', 'dist'].includes(name))
    expect(folders.sort()).toEqual(['app', 'docs', 'renderer', 'resources', 'shared', 'test'])
  })

  it.each(LAYERS)('keeps $from to its layer', ({ from, allows }) => {
    const strays = modules
      .filter((module) => module.path.startsWith(from))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to }) => !isPackage(to) && !allows.test(to) && !to.startsWith(from))
          .map(({ to }) => `${path} imports ${to}`),
      )
    expect(strays).toEqual([])
  })

  it('keeps shared free of the DOM, Node and everything impure', () => {
    const strays = modules
      .filter(({ path }) => path.startsWith('shared/'))
      .flatMap(({ path, imports, text }) => [
        ...imports
          .filter(({ to }) => isPackage(to) && !PURE_PACKAGES.includes(packageOf(to)))
          .map(({ to }) => `${path} imports ${to}`),
        ...(/\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bcrypto\.|\bindexedDB\b/.test(text)
          ? [`${path} reads a clock, randomness or storage`]
          : []),
      ])
    expect(strays).toEqual([])
  })

  it('lets ui and commands reach editor and storage through the session alone', () => {
    const strays = modules
      .filter(({ path }) => /^renderer\/(ui|commands)\//.test(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to, typeOnly }) => /^renderer\/(editor|storage)\//.test(to) && !typeOnly)
          .map(({ to }) => `${path} imports ${to}`),
      )
    expect(strays.filter((line) => !line.endsWith('.css'))).toEqual([])
  })

  it('never lets a feature of the editor import a feature', () => {
    const strays = modules
      .filter(({ path }) => path.startsWith('renderer/editor/features/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ to, typeOnly }) => to.startsWith('renderer/editor/features/') && !typeOnly)
          .filter(({ to }) => featureOf(to) !== featureOf(path))
          .map(({ to }) => `${path} imports ${to}`),
      )
    expect(strays).toEqual([])
  })

  it('has no cycles', () => {
    expect(cycles(modules)).toEqual([])
  })

  it('has no default exports, no barrels and no drawers for odds and ends', () => {
    const strays = modules.flatMap(({ path, text }) => [
      ...(/^export default\b/m.test(text) ? [`${path} has a default export`] : []),
      ...(/(^|\/)index\.tsx?$/.test(path) ? [`${path} is a barrel`] : []),
      ...(/util|helper|manager|misc/.test(path) ? [`${path} is a drawer`] : []),
    ])
    expect(strays).toEqual([])
  })

  it('keeps files short: median ≤ 100 lines, nine of ten ≤ 250, none over 400', () => {
    const lengths = modules.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b)
    const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0
    expect(at(0.5)).toBeLessThanOrEqual(100)
    expect(at(0.9)).toBeLessThanOrEqual(250)
    expect(at(1)).toBeLessThanOrEqual(400)
  })
})

// A feature is a file or a folder below features/, and files that begin with its name.
function featureOf(path: string): string {
  const name = path.replace('renderer/editor/features/', '')
  return name.includes('/') ? (name.split('/')[0] as string) : (name.split(/[-.]/)[0] as string)
}

function cycles(all: readonly Module[]): string[] {
  const byPath = new Map(all.map((module) => [module.path, module]))
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    state.set(path, 'open')
    for (const { to, typeOnly } of byPath.get(path)?.imports ?? [])
      if (!typeOnly && byPath.has(to)) visit(to, [...trail, path])
    state.set(path, 'done')
  }
  for (const { path } of all) visit(path, [])
  return found
}
