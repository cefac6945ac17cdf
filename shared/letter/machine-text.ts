/** What a printed line of a letter is. A note's lines all have the kind `note` and name their note. */
export type BlockKind =
  | 'heading'
  | 'archive'
  | 'opener'
  | 'paragraph'
  | 'closer'
  | 'postscript'
  | 'separator'
  | 'note'

/** One printed line of the machine text: never split, joined or changed. `id` is unique in its letter. */
export interface Block {
  readonly id: string
  readonly kind: BlockKind
  readonly text: string
  /** The id of the note this block belongs to; only where `kind` is `note`. */
  readonly note?: string
}

/** The immutable text of one side of a letter. `lang` is a BCP 47 tag such as `en-t-ru-t0-und` or `ru`. */
export interface MachineText {
  readonly lang: string
  readonly blocks: readonly Block[]
}

/** The machine text as one string, blocks joined by a line feed: what is hashed and what exports must give back code unit for code unit. */
export function machineString(machine: MachineText): string {
  return machine.blocks.map((block) => block.text).join('\n')
}
