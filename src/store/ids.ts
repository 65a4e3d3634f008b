const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether an id that came from outside can be one of ours; the database would answer anything else with an error of its own. */
export const isId = (text: string): boolean => uuid.test(text);
