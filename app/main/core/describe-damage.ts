import type { DamagedDatabase } from '../../mend/mend-databases.ts'
import { displayPath } from './display-path.ts'
import type { ShellTexts } from './shell-texts.ts'

/** Says in plain words what was found damaged and is mended, and where the copy lies; a line for each sentence. */
export function describeDamage(
  damaged: readonly DamagedDatabase[],
  texts: ShellTexts,
  home: string,
): string {
  return damaged
    .flatMap(({ leftOut, copy }) => [
      texts.damageFound(leftOut),
      ...(copy ? [texts.copyKept(displayPath(copy.folder, home))] : []),
      ...(copy && !copy.isWhole ? [texts.copyNotWhole] : []),
    ])
    .join('\n')
}
