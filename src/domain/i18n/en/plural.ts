/** A count and what it counts; `one` stands for itself. */
export const plural = (count: number, one: string, many: string) => (count === 1 ? one : `${count.toLocaleString('en')} ${many}`);
