/** Least margins of the columns of `LINK_CALIBRATION`. */
export const MARGIN_STEPS: readonly number[] = [0, 0.15, 0.3, 0.6, 1, 1.5, 2, 2.5, 3, 4]

/**
 * How sure links are, by how the printed number fits, by support (rows 0–3) and margin (columns, see `MARGIN_STEPS`): the share of right
 * ones among the links of 4,000 pages of `makeNotePage` (test/support/note-letters.ts, seeds 100000–101999 and 200000–201999, 67,980
 * links), made not to fall along a row (pool adjacent violators, Ayer et al. 1955), with one right and one wrong link added (Laplace).
 * Above 0.9 stand only cells in which not one of at least 1,000 links was wrong; at 0.9 those of which at most one in 200 was; all others
 * are held below.
 */
export const LINK_CALIBRATION: Readonly<
  Record<'same' | 'slid' | 'lost' | 'other', readonly (readonly number[])[]>
> = {
  same: [
    [0.46, 0.46, 0.46, 0.82, 0.82, 0.89, 0.89, 0.89, 0.89, 0.89],
    [0.5, 0.79, 0.8, 0.89, 0.89, 0.89, 0.89, 0.89, 0.9, 0.9],
    [0.75, 0.89, 0.89, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9],
    [0.89, 0.89, 0.89, 0.89, 0.99, 0.99, 0.99, 0.99, 0.99, 0.99],
  ],
  slid: [
    [0.5, 0.5, 0.66, 0.75, 0.75, 0.75, 0.75, 0.88, 0.88, 0.88],
    [0.5, 0.5, 0.66, 0.75, 0.75, 0.75, 0.75, 0.88, 0.88, 0.88],
    [0.5, 0.5, 0.75, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89],
    [0.5, 0.5, 0.75, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89],
  ],
  lost: [
    [0.1, 0.52, 0.52, 0.52, 0.52, 0.52, 0.89, 0.89, 0.89, 0.89],
    [0.44, 0.57, 0.61, 0.8, 0.8, 0.89, 0.89, 0.89, 0.89, 0.89],
    [0.4, 0.4, 0.54, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89],
    [0.56, 0.56, 0.71, 0.75, 0.89, 0.89, 0.89, 0.9, 0.9, 0.9],
  ],
  other: [
    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.66, 0.66, 0.66, 0.66],
    [0.5, 0.5, 0.5, 0.66, 0.66, 0.8, 0.8, 0.89, 0.89, 0.89],
    [0.72, 0.8, 0.8, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89],
    [0.63, 0.63, 0.83, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89, 0.89],
  ],
}
