import { describeKeys } from '../../commands/keys.ts'
import { platform } from '../platform.ts'

/** Keys as they are printed on the keyboard of this system, one cap each (`Mod-Shift-k` is Ctrl Shift K, or ⌘ ⇧ K); `inOne` where there is little room. */
export function Keys(props: { keys: string; inOne?: boolean }) {
  const caps = describeKeys(props.keys, platform)
  if (props.inOne) return <kbd>{caps.join(' ')}</kbd>
  return (
    <span className="keys">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
