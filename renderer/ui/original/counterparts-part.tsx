import { useTranslation } from 'react-i18next'
import type { HeaderRecord } from '../../../shared/letter/records.ts'
import { Button } from '../kit/button.tsx'
import { HeaderPart } from '../letter/inferred.tsx'
import { useSession, useSessionState } from '../session-context.tsx'
import { useCounterparts } from './original-place.tsx'

/** In the header of a letter without its original: which texts were held against it, what they are said to be, and how sure that is. */
export function CounterpartsPart(props: {
  readonly record: HeaderRecord<'counterparts'> | undefined
}) {
  const { t } = useTranslation()
  const session = useSession()
  const letters = useSessionState((state) => state.letters)
  const counterparts = useCounterparts()
  if (counterparts.length === 0) return null
  const titleOf = (id: string) => letters.find((row) => row.id === id)?.title ?? id
  return (
    <HeaderPart field="counterparts" record={props.record}>
      {counterparts.map(({ letter, is }) => (
        <p key={letter} className="counterpart">
          {t(`original.row.${is === 'not-the-original' ? 'not' : 'possible'}`)}
          {': '}
          <Button look="link" onPress={() => void session.openLetter(letter)}>
            {titleOf(letter)}
          </Button>
        </p>
      ))}
    </HeaderPart>
  )
}
