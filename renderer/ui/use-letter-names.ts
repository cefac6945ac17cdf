import { useMemo } from 'react'
import { useSessionState } from './session-context.tsx'
import { tellApart } from './tell-apart.ts'

/** What the letters of a list are called there: their titles, told apart where the list has one title more than once; the id where a letter is not in the library. */
export function useLetterNames(ids: readonly string[]): (id: string) => string {
  const letters = useSessionState((state) => state.letters)
  const names = useMemo(() => {
    const listed = new Set(ids)
    return tellApart(letters.filter(({ id }) => listed.has(id)))
  }, [letters, ids])
  return (id) => names.get(id) ?? id
}
