import { describeKeys } from '../../commands/keys.ts'
import { platform } from '../platform.ts'

/** Keys as they are printed on the keyboard of this system, one cap each (`Mod-Shift-k` is Ctrl Shift K, or ⌘ ⇧ K). */
export function Keys(props: { keys: string }) {
  const caps = describeKeys(props.keys, platform)
  return (
    <span className="keys">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
