import type { PhoneCaseTypeId, PhoneElsewhere, PhoneFieldId, PhoneOption, PortStage } from '../../catalogue/phone-numbers.ts';
import type { phoneNumberReasons } from '../../catalogue/reasons.ts';
import { commonFields } from './common-fields.ts';
import type { DeskWords, ReasonOf } from './desk-words.ts';

export type PhoneWords = DeskWords<
  PhoneCaseTypeId,
  PhoneFieldId,
  PhoneOption,
  ReasonOf<typeof phoneNumberReasons>,
  PhoneElsewhere,
  'over999' | 'frenchGeographicWithFreephone' | 'dateNotGuaranteed'
> & { readonly stages: Readonly<Record<PortStage, string>> };

export const phoneNumbers: PhoneWords = {
  name: 'Phone numbers',
  team: 'The phone-number desk',
  about: 'Order, port, change and register phone numbers',
  caseTypes: {
    customCallingName: {
      name: 'Custom calling name',
      about: 'Set the name that people in the United States see when your numbers call.',
      ready: 'Have at hand: the name (15 characters) and a CSV of the numbers.',
    },
    interTenantPort: {
      name: 'Port between tenants',
      about: 'Move numbers from one Microsoft 365 tenant to another.',
      ready: 'Have at hand: both domains, the date and time, and a CSV of the numbers.',
    },
    inventoryTypeChange: {
      name: 'Inventory type change',
      about: 'Turn user numbers into service numbers, or the other way round.',
      ready: 'Have at hand: a CSV of the numbers, none of them assigned.',
    },
    numberAcquisition: {
      name: 'Number acquisition',
      about: 'Get new numbers that the admin centre does not offer.',
      ready: 'Have at hand: the kind of number, how many, and the place.',
    },
    portIn: {
      name: 'Port in',
      about: 'Bring your numbers from another carrier.',
      ready: 'Have at hand: a CSV of the numbers and the signed letter of authorisation.',
    },
    emergencyAddressUpdate: {
      name: 'Emergency address update',
      about: 'Correct the address that emergency services receive.',
      ready: 'Have at hand: the location id, the right address and a CSV of the numbers.',
    },
    callingNameEnquiry: {
      name: 'Question about calling names',
      about: 'How calling names work, and where.',
      ready: 'Nothing to prepare.',
    },
    interTenantPortEnquiry: {
      name: 'Question about porting between tenants',
      about: 'What it takes, and how long.',
      ready: 'Nothing to prepare.',
    },
    inventoryEnquiry: {
      name: 'Question about inventory types',
      about: 'User and service numbers, and changing them.',
      ready: 'Nothing to prepare.',
    },
    acquisitionEnquiry: {
      name: 'Question about getting numbers',
      about: 'What is available, and where.',
      ready: 'Nothing to prepare.',
    },
    portInEnquiry: {
      name: 'Question about porting in',
      about: 'Before an order, or about one already placed.',
      ready: 'Nothing to prepare.',
    },
    emergencyAddressEnquiry: {
      name: 'Question about emergency addresses',
      about: 'What has to be registered, and how.',
      ready: 'Nothing to prepare.',
    },
    otherQuestion: { name: 'Other question about numbers', about: 'Anything else about phone numbers.', ready: 'Nothing to prepare.' },
  },
  fields: {
    ...commonFields,
    country: { label: 'Country or region', hint: 'One per case: create a separate case for each country.' },
    callingName: { label: 'Calling name', hint: 'At most 15 plain characters, as people will see it.' },
    numbers: { label: 'Number list (CSV)', hint: 'One number a row, such as +33472000000.' },
    sourceDomain: { label: 'Source domain', hint: 'The organisation the numbers leave, such as contoso.com.' },
    sourceTenantId: { label: 'Source tenant id' },
    destinationDomain: { label: 'Destination domain', hint: 'The organisation the numbers join.' },
    destinationTenantId: { label: 'Destination tenant id' },
    requestedAt: {
      label: 'Requested date and time',
      hint: 'Local time in the selected country. For a port it is not guaranteed: the current carrier must approve it.',
    },
    preferredAt: { label: 'Preferred date and time', hint: 'Local time in the selected country.' },
    convertTo: { label: 'Convert to' },
    unassigned: {
      label: 'The numbers are unassigned now and, for a later date, will be by then.',
      hint: 'Assigned numbers can’t change their type.',
    },
    numberType: { label: 'Type of number' },
    selfServiceTried: { label: 'Did you try it yourself in the admin centre?', hint: 'Most numbers can be had there within minutes.' },
    quantity: { label: 'How many numbers' },
    state: { label: 'State or province' },
    city: { label: 'City', hint: 'Needed for geographic numbers.' },
    officeAddress: { label: 'Office address', hint: 'This country requires a local address of your organisation.' },
    directoryListing: { label: 'Directory listing', hint: 'Whether the numbers are to be listed in this country’s directory.' },
    orderName: { label: 'Order name', hint: 'Your own name for this order.' },
    letterOfAuthorisation: { label: 'Signed letter of authorisation', hint: 'Signed by the person who may give the numbers away.' },
    locationId: { label: 'Location id', hint: 'From the admin centre: Locations, Emergency addresses.' },
  },
  stages: {
    processing: 'Processing',
    contactingCarrier: 'Contacting the carrier',
    transferApproved: 'Transfer approved',
    transferPending: 'Transfer pending',
    error: 'Rejected: details to correct',
    completed: 'Completed',
    cancelled: 'Order cancelled',
  },
  options: {
    userNumbers: 'User numbers',
    serviceNumbers: 'Service numbers',
    userGeographic: 'User, geographic',
    userNonGeographic: 'User, non-geographic',
    serviceTollGeographic: 'Service, toll, geographic',
    serviceTollNonGeographic: 'Service, toll, non-geographic',
    tollFree: 'Toll-free',
    yes: 'Yes',
    no: 'No',
    listed: 'List them',
    unlisted: 'Don’t list them',
  },
  reasons: {
    problemSolved: 'problem solved',
    noLongerNeeded: 'no longer needed',
    openedByMistake: 'created by mistake',
    duplicate: 'duplicate of another case',
    wrongDetails: 'details were wrong',
    solvedOtherwise: 'solved another way',
    otherReason: 'another reason',
    noAnswer: 'no answer from the requester',
    notSupported: 'not supported',
    carrierRefused: 'refused by the carrier',
    notPossible: 'not possible',
  },
  elsewhere: {
    licensing: {
      name: 'Licensing',
      about: 'Licences and calling plans are managed in the Microsoft 365 admin centre; support for them is there too.',
      go: 'Open your products',
    },
    billing: {
      name: 'Fees and billing',
      about:
        'Invoices, fees and payments are in the Microsoft 365 admin centre under Billing; questions about them are answered there too.',
      go: 'Open billing',
    },
  },
  guidance: {
    over999:
      'The carrier handles more than 999 numbers as a project: name a contact, the sites and the order you would like in the description.',
    frenchGeographicWithFreephone: 'French geographic and freephone numbers can’t be ported in one order. Create one case for each kind.',
    dateNotGuaranteed: 'The date is not guaranteed: the current carrier must approve it.',
  },
};
