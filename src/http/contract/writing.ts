import type { ProblemCode } from '../schemas/problem.ts';

/** What can be wrong with any request that has a body. */
export const writing = ['malformedRequest', 'unsupportedMediaType', 'tooLarge', 'invalid'] as const satisfies readonly ProblemCode[];
