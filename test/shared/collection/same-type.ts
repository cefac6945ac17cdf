/** A type with everything in it required and writable, however deep, so that optional fields count in a comparison. */
export type DeepRequired<T> = T extends readonly (infer U)[]
  ? DeepRequired<U>[]
  : T extends object
    ? { -readonly [K in keyof T]-?: DeepRequired<Exclude<T[K], undefined>> }
    : T

/** `true` where each of two types can stand for the other, else no value at all. */
export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
