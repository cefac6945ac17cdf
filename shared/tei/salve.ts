import './salve-surroundings.ts'
import salveModule from 'salve-annos/salve.min.js'

/** The RELAX NG library; imported here alone. */
export const salve = salveModule
