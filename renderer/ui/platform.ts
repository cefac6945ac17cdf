import type { Platform } from '../commands/keys.ts'

/** Whose keyboard this is: decides between Ctrl and Command. */
export const platform: Platform = /Mac|iPhone|iPad/.test(navigator.userAgent) ? 'mac' : 'other'
