import { showSpace } from './show-space.ts'

/** Machine reading and correction side by side: struck out and underlined, so that they differ by more than colour. */
export function BeforeAfter(props: { readonly before: string; readonly after: string }) {
  return (
    <span className="before-after">
      {props.before && <del>{showSpace(props.before)}</del>}
      {props.before && props.after && ' '}
      {props.after && <ins>{showSpace(props.after)}</ins>}
    </span>
  )
}
