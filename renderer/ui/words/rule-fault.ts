import { checkPattern } from '../../../shared/import/rules/check-rule.ts'
import type { CorrectionRule } from '../../../shared/translate/translation-set.ts'

/** Why a rule of correction cannot be used, and in which of its patterns; `message` is in English, from the check of the pattern. */
export interface CorrectionRuleFault {
  readonly field: 'pattern' | 'trigger'
  readonly code: 'empty' | 'broken' | 'nested' | 'slow' | 'matches-nothing'
  readonly message: string
}

/** What is wrong with a rule; null where it can be used. `clock` gives milliseconds. */
export function findRuleFault(
  { pattern, trigger, flags }: Pick<CorrectionRule, 'pattern' | 'trigger' | 'flags'>,
  clock: () => number,
): CorrectionRuleFault | null {
  const found = faultOf('pattern', pattern, flags, clock)
  return found ?? (trigger === '' ? null : faultOf('trigger', trigger, 'iu', clock))
}

function faultOf(
  field: CorrectionRuleFault['field'],
  pattern: string,
  flags: CorrectionRule['flags'],
  clock: () => number,
): CorrectionRuleFault | null {
  const [problem] = checkPattern({ pattern, flags }, clock)
  if (problem) {
    const code = problem.code.replace('pattern-', '') as CorrectionRuleFault['code']
    return { field, code, message: problem.message }
  }
  return new RegExp(pattern, flags).test('')
    ? { field, code: 'matches-nothing', message: '' }
    : null
}
