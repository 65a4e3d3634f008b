import type { Words } from '../en/index.ts';

export const products: Words['products'] = {
  mainstream: (name, day) => `${name} – pris en charge jusqu’au ${day}`,
  extended: (name, day) => `${name} – support étendu jusqu’au ${day}`,
  ended: (name, day) => `${name} – n’est plus pris en charge (depuis le ${day})`,
};
