import { inject } from 'vitest'

const failure = inject('browserFailure')
if (failure) throw new Error(failure)
