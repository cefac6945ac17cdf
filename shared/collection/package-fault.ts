/** Why a package is refused; `detail` names the file in it and what is wrong, in English. */
export interface PackageFault {
  readonly code:
    | 'not-a-package'
    | 'newer'
    | 'damaged'
    | 'foreign-entry'
    | 'double-entry'
    | 'too-large'
    | 'not-valid'
  readonly detail: string
}
