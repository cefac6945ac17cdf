import { CATEGORIES, type Category } from '../../../shared/letter/records.ts'

/** The key of each category, in their order. */
export const CATEGORY_KEYS: readonly string[] = [...'1234567890-=']

/** The category that a key stands for, if any. */
export function categoryOfKey(key: string): Category | undefined {
  const index = CATEGORY_KEYS.indexOf(key)
  return index < 0 ? undefined : CATEGORIES[index]
}

/** The key of a category. */
export function keyOfCategory(category: Category): string {
  return CATEGORY_KEYS[CATEGORIES.indexOf(category)] ?? ''
}
