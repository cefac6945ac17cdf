/** Which steps of the histories of letters are the parts of bulk changes there: taken back in its turn, such a step goes back everywhere. */
export interface BulkSteps {
  /** Says that a step is the part of a bulk change. */
  mark(step: object | null, bulk: string): void
  /** The bulk change that a step is a part of; null where it is of none. */
  bulkOf(step: object | null | undefined): string | null
}

/** No steps at first; they are forgotten with the histories they are in. */
export function createBulkSteps(): BulkSteps {
  const bulks = new WeakMap<object, string>()
  return {
    mark(step, bulk) {
      if (step) bulks.set(step, bulk)
    },
    bulkOf: (step) => (step ? (bulks.get(step) ?? null) : null),
  }
}
