/** The largest file that is taken in as a page, a TEI file or an archive: 64 MiB. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** How much is taken in at once: files and bytes of a batch, archives unpacked. */
export const LARGEST_BATCH = { files: 20_000, bytes: 512 * 1024 * 1024 } as const

/** The sentence for a file that is too large; `bytes` is its size. */
export function tooLarge(bytes: number): string {
  const size = Math.ceil(bytes / 1024 / 1024)
  return `The file is too large (${size} MB); 64 MB is the most. Split it into smaller files.`
}
