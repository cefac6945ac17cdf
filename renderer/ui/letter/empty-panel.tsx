/** What a panel says when it has nothing: one quiet sentence, and how to get something into it. */
export function EmptyPanel(props: { readonly title: string; readonly text: string }) {
  return (
    <div className="empty-panel">
      <p>{props.title}</p>
      <p>{props.text}</p>
    </div>
  )
}
