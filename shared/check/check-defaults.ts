import type { CheckId } from './check-id.ts'

/** The checks that are off until a person switches them on: less than three in ten of what they show is right, or nothing is known of that and little expected (docs/check-precision.md). */
export const OFF_BY_DEFAULT: ReadonlySet<CheckId> = new Set(['same-target'])
