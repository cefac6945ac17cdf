import type { KeyboardEvent } from 'react'
import { platform } from '../platform.ts'

/** Hears Ctrl+Enter (on a Mac Command) anywhere in a dialog, and does what its first button does. */
export function useApplyKeys(apply: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    const mod = platform === 'mac' ? event.metaKey : event.ctrlKey
    if (event.key !== 'Enter' || !mod) return
    event.preventDefault()
    event.stopPropagation()
    apply()
  }
}
