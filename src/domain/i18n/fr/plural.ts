/** A count and what it counts; in French nought is singular too. */
export const plural = (count: number, one: string, many: string) =>
  count >= 2 ? `${count.toLocaleString('fr')} ${many}` : count === 0 ? one.replace(/^1(?=\s)/, '0') : one;
