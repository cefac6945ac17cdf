import { join } from 'node:path'
import { COPIES_BELOW_DATA, COPIES_FOLDER_NAME } from '../golden.ts'

/**
 * Where safety copies lie, the best place first: in the person's documents, outside what the program and its browser hold, and
 * below the data folder where that cannot be written. A library in a data folder of its own (`isOwn`) has its copies with it alone.
 */
export function safetyFolders(
  documents: string | null,
  data: string,
  isOwn: boolean,
): readonly string[] {
  const below = join(data, COPIES_BELOW_DATA)
  return isOwn || !documents ? [below] : [join(documents, COPIES_FOLDER_NAME), below]
}
