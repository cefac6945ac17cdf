import type { CheckId } from './check-id.ts'

/** The checks that are off until a person switches them on: of what they show on the measured pages less than three in ten is right (docs/check-precision.md). */
export const OFF_BY_DEFAULT: ReadonlySet<CheckId> = new Set()
