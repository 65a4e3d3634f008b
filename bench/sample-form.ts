/** What the form asks for besides a title and a description. */
export const sampleDetails = {
  country: 'FR',
  numberType: 'userGeographic',
  selfServiceTried: 'yes',
  quantity: 10,
  city: 'Lyon',
  officeAddress: '12 rue de la République, 69002 Lyon',
  directoryListing: 'unlisted',
};

/** A number acquisition as it is measured, filled in. */
export const sampleForm = {
  title: 'Numbers for the new counter',
  description: 'Ten geographic numbers in one block for the new counter, to be announced to the customers of the city next month.',
  ...sampleDetails,
};
