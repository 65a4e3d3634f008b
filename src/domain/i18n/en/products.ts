/** Until when a product is supported (PS-4), beside its name. */
export const products = {
  mainstream: (name: string, day: string) => `${name} – supported until ${day}`,
  extended: (name: string, day: string) => `${name} – extended support until ${day}`,
  ended: (name: string, day: string) => `${name} – no longer supported (since ${day})`,
};
