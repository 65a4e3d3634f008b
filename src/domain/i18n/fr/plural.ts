/** A count and what it counts; in French nought is singular too. */
export const plural = (count: number, one: string, many: string) => (count < 2 ? one : `${count.toLocaleString('fr')} ${many}`);
