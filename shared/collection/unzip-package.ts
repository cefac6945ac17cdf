import { Unzip, UnzipInflate } from 'fflate'
import { joinBytes } from './join-bytes.ts'
import type { PackageFault } from './package-fault.ts'
import { isEntryName, type PackageLimits } from './package-names.ts'

/** The entries of a package by name, or the fault for which nothing of it is used. */
export type UnzippedPackage =
  | { readonly ok: true; readonly entries: ReadonlyMap<string, Uint8Array> }
  | { readonly ok: false; readonly fault: PackageFault }

// Deflate makes at most about 1,032 bytes of one: a step is never more than 17 MB past a bound.
const step = 2 ** 14

interface Progress {
  readonly limits: PackageLimits
  readonly packed: number
  readonly chunks: Map<string, Uint8Array[]>
  readonly ended: Set<string>
  readonly lengths: Map<string, number>
  unpacked: number
  fault: PackageFault | null
}

/**
 * Unpacks a zip archive in steps and stops at the first thing that is not allowed: a name that is not on the list, a
 * name twice, more bytes or entries than the limits, damaged data. Sizes that the archive states are not believed.
 */
export function unzipPackage(bytes: Uint8Array, limits: PackageLimits): UnzippedPackage {
  const progress: Progress = {
    limits,
    packed: bytes.length,
    chunks: new Map(),
    ended: new Set(),
    lengths: new Map(),
    unpacked: 0,
    fault: null,
  }
  const unzip = new Unzip((file) => {
    if (!startEntry(progress, file.name)) return
    file.ondata = (error, data, final) => takeData(progress, file.name, error, data, final)
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && !progress.fault; at += step)
      unzip.push(bytes.subarray(at, at + step), at + step >= bytes.length)
  } catch (cause) {
    progress.fault ??= { code: 'damaged', detail: cause instanceof Error ? cause.message : '' }
  }
  const cut = [...progress.chunks.keys()].find((name) => !progress.ended.has(name))
  if (cut) progress.fault ??= { code: 'damaged', detail: `${cut} is cut short` }
  if (progress.fault) return { ok: false, fault: progress.fault }
  const entries = [...progress.chunks].map(([name, parts]) => [name, joinBytes(parts)] as const)
  return { ok: true, entries: new Map(entries) }
}

function startEntry(progress: Progress, name: string): boolean {
  const { chunks, limits } = progress
  if (!isEntryName(name)) progress.fault ??= { code: 'foreign-entry', detail: name }
  else if (chunks.has(name)) progress.fault ??= { code: 'double-entry', detail: name }
  else if (chunks.size >= limits.entries)
    progress.fault ??= { code: 'too-large', detail: `more than ${limits.entries} files` }
  if (progress.fault) return false
  chunks.set(name, [])
  return true
}

function takeData(
  progress: Progress,
  name: string,
  error: Error | null,
  data: Uint8Array | null,
  final: boolean,
): void {
  if (error || !data) {
    progress.fault ??= { code: 'damaged', detail: `${name}: ${error?.message ?? 'no data'}` }
    return
  }
  const length = (progress.lengths.get(name) ?? 0) + data.length
  progress.lengths.set(name, length)
  progress.unpacked += data.length
  const { limits, unpacked, packed } = progress
  if (length > limits.entry || unpacked > limits.unpacked || unpacked > packed * limits.ratio)
    progress.fault ??= { code: 'too-large', detail: `${name} unpacks to more than is allowed` }
  if (progress.fault) return
  if (data.length > 0) progress.chunks.get(name)?.push(data.slice())
  if (final) progress.ended.add(name)
}
