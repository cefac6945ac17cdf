import { beginningOf } from '../../letter/beginning-of.ts'
import type { CanonicalLetter } from '../../letter/canonical.ts'
import type { StepJson } from '../../letter/journal.ts'
import { machineString } from '../../letter/machine-text.ts'
import type { Counterpart, Records } from '../../letter/records.ts'
import { SetRecordStep } from '../../letter/set-record-step.ts'

/** A letter that loses its original: what is to be done on the translation for that, and the original as a letter of its own. */
export interface DetachedOriginal {
  /** Pairs and evidence that point into the original go, and each text names the other as not its original. */
  readonly steps: readonly StepJson[]
  readonly apart: CanonicalLetter
}

/** Parts a letter from its original, which becomes a letter named `id` with all that was done on it. Null where there is no original. Pure. */
export function detachOriginal(
  letter: CanonicalLetter,
  id: string,
  evidence: readonly string[],
): DetachedOriginal | null {
  const { original } = letter
  if (!original) return null
  const { pairs, corrections, header } = letter.translation.records
  const counterpart = (other: string): Counterpart => ({
    letter: other,
    is: 'not-the-original',
    evidence,
  })
  const known = header.counterparts?.value ?? []
  const counterparts = {
    id: 'counterparts' as const,
    value: [...known.filter((one) => one.letter !== id), counterpart(id)],
    confidence: 1,
  }
  const steps = [
    ...Object.values(pairs).map(
      (pair) => new SetRecordStep('pairs', pair.id, null, asRecord(pair)),
    ),
    ...Object.values(corrections).flatMap((correction) => {
      const { evidence: passage, ...rest } = correction
      if (!passage) return []
      return [new SetRecordStep('corrections', rest.id, asRecord(rest), asRecord(correction))]
    }),
    new SetRecordStep(
      'header',
      'counterparts',
      asRecord(counterparts),
      header.counterparts ? asRecord(header.counterparts) : null,
    ),
  ].map((step) => step.toJSON())
  const own: Records['header'] = {
    ...(original.records.header.origin && { origin: original.records.header.origin }),
    title: { id: 'title', value: titleOf(letter), confidence: 0.7 },
    counterparts: { ...counterparts, value: [counterpart(letter.id)] },
    state: { id: 'state', value: 'machine', confidence: 1 },
  }
  const records = { ...original.records, header: own }
  return { steps, apart: { id, translation: { ...original, records }, original: null } }
}

const LONGEST_TITLE = 160

function titleOf({ original, id }: CanonicalLetter): string {
  const blocks = original?.machine.blocks ?? []
  const heading = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0]
  const [line = ''] = (heading?.text ?? (original ? machineString(original.machine) : '')).split(
    '\n',
  )
  return beginningOf(line.trim(), LONGEST_TITLE) || id
}

const asRecord = (record: object): Readonly<Record<string, unknown>> => ({ ...record })
