// The library's self-contained build looks for `self`, which Node has not; must be imported before it.
const surroundings = globalThis as { self?: unknown }
surroundings.self ??= globalThis

export {}
