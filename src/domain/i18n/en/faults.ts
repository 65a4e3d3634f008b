import type { Fault } from '../../faults.ts';
import type { ListProblem, RowFault, RowReason } from '../../numbers/report.ts';

type Says = { readonly [K in Fault['is']]: (fault: Extract<Fault, { is: K }>) => string };

const lists: Record<ListProblem, string> = {
  empty: 'The file is empty. Upload a list with one number a row.',
  headerOnly: 'The file holds only a heading. Add the numbers below it, one a row.',
  unclosedQuote: 'A quotation mark is opened and never closed. Save the list as CSV again and upload it.',
  tooManyRows: 'A list holds at most 100,000 rows. Split it and create one case for each part.',
  notText: 'This is not a text file. In your spreadsheet choose “Save as CSV” and upload that.',
  noNumberColumn: 'No column with phone numbers was found. Put one number in each row, such as +33472000000.',
  severalNumberColumns: 'Several columns hold phone numbers. Keep the one you mean, or give it the heading “number”.',
};
const rowReasons: Record<RowReason, (row: RowFault) => string> = {
  notANumber: () => 'is not a phone number',
  notInternational: ({ suggestion }) =>
    `is not in international format${suggestion ? ` (perhaps ${suggestion})` : ' (+, country code, number)'}`,
  invalid: () => 'is not a valid number',
  otherCountry: ({ country }) => `belongs to another country${country ? ` (${country})` : ''}`,
  spreadsheetNotation: () => 'was shortened by the spreadsheet; format the column as text',
  missing: () => 'has no number in the number column',
  extension: ({ suggestion }) => `has an extension${suggestion ? `; the number alone is ${suggestion}` : '; give the number alone'}`,
  tooShort: () => 'has too few digits',
  tooLong: () => 'has too many digits',
  noCountry: () => 'is an international number of no country',
  ambiguousRow: () => 'holds more than one possible number',
};

export const faults = {
  says: {
    required: () => 'Please fill this in.',
    malformed: () => 'This can’t be read. Check how it is written.',
    unreadableText: () => 'This holds characters that can’t be shown. Remove them and try again.',
    tooLong: ({ max }) => `At most ${max.toLocaleString('en')} characters.`,
    tooMany: ({ max }) => `At most ${max}.`,
    tooFew: ({ min }) => `At least ${min}.`,
    outOfRange: ({ min, max }) => `A whole number from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}.`,
    notPrintableAscii: () => 'Only plain letters, digits and signs without accents.',
    asItIs: () => 'It is so already. Choose another.',
    notAnOption: () => 'Choose one of the options.',
    notAnEmail: ({ value }) => `“${value}” is not an e-mail address.`,
    notACode: ({ digits }) => `The code has ${digits} digits. Copy it from the mail.`,
    wrongCode: ({ left }) => `This is not the code that was sent. ${left === 1 ? 'One try is left' : `${left} tries are left`}.`,
    codeExpired: ({ minutes }) => `This code no longer works: codes are valid for ${minutes} minutes. Have a new one sent.`,
    codeSpent: ({ tries }) => `The code was wrong ${tries} times, so it no longer works. Have a new one sent.`,
    notADomain: () => 'Enter a domain such as contoso.com.',
    notATenantId: () => 'An id like this one looks like 72f988bf-86f1-41af-91ab-2d7cd011db47.',
    notHttps: () => 'Enter an address that begins with https://, without a user name or password in it.',
    notPublic: () => 'This address is inside a network or belongs to this machine. Only systems that the internet reaches are called.',
    noSuchHost: () => 'Nobody answers to this name: check how it is written.',
    mustAgree: () => 'Please confirm this to continue.',
    unknownField: () => 'This form has no such field.',
    notServedThere: ({ country }) => `This is not offered in ${country}. Choose another country, or ask a question about it instead.`,
    zoneRequired: ({ country }) => `${country} has several time zones. Choose the one you mean.`,
    zoneElsewhere: ({ country }) => `This time zone is not used in ${country}. Choose another.`,
    timeSkipped: ({ before, after }) => `This time does not exist: the clocks go forward from ${before} to ${after}. Choose another.`,
    timeRepeated: ({ earlier, later }) =>
      `This time comes twice, as the clocks go back: ${earlier} and ${later}. Choose which one you mean.`,
    dayInThePast: () => 'This day is already past. Choose today or a later one.',
    inThePast: () => 'This time is already past. Choose a later one.',
    outOfLifecycle: ({ product, until }) =>
      `Support for ${product} ended on ${until}, so no incident can be created for it. Choose a version that is supported; upgrading comes first.`,
    directedElsewhere: ({ subject, url }) => `${subject} Go to ${url}; nothing is created or used up here.`,
    notReachable: () => 'Give a name and a telephone number in each line, such as: Ada Lund, +33 4 72 00 00 00.',
    inFuture: () => 'This day is still to come. Enter the day of purchase.',
    notThere: () => 'Nothing matches this. Check it, or choose another.',
    recordedBefore: () => 'A pack with this order confirmation number is recorded already.',
    yoursAlready: () => 'This pack is yours already.',
    askedBefore: () => 'You have asked for this pack already. A lead of the desk will decide.',
    sameTenant: () => 'Source and destination must be two different organisations.',
    customersAddress: () =>
      'This address is the customer’s. Give one of your own organisation; the customer’s people can be additional contacts.',
    ownDomain: () => 'This domain is your own organisation’s. Choose your own organisation instead.',
    notAPhone: () => 'This is no telephone number. Give it with its country code, such as +33 4 72 00 00 00.',
    phoneForSeverityA: () => 'Severity A needs a phone number at which you can be reached.',
    phoneToRaise: () =>
      'Severity A needs a phone number at which the partner’s contact can be reached. Ask the partner for one and enter it here.',
    planOfPartner: () => 'For a customer the plan is Cloud Solution Provider: choose it.',
    planOfOwnTenant: () => 'Your own tenant is not covered as a customer: choose your own plan and give its id.',
    neitherYours: () => 'Your organisation must be the source or the destination.',
    roomTaken: () => 'Another room has this already. Change it, or change that room.',
    roomsUnknown: ({ names }) =>
      `${names.length === 1 ? 'There is no such room' : 'There are no such rooms'}: ${names.map((name) => `“${name}”`).join(', ')}. Write the name as the list of rooms has it.`,
    roomAmbiguous: ({ name }) => `Several rooms are called “${name}”. Write the site before it, such as “Berlin · ${name}”.`,
    flagMissing: () => 'You gave a reason for a high impact: tick this too, or clear the reason.',
    notAPartner: () => 'No partner of the desk has this name or tenant id. Check how it is written with the partner.',
    fileUnknown: () => 'This file is no longer there. Upload it again.',
    fileEmpty: () => 'This file is empty. Upload the one that holds the document.',
    noSuchCase: () => 'There is no such case, or you may not see it. Check the number.',
    sameCase: () => 'This is the case itself. Give the number of the one it repeats.',
    otherOrganisation: () => 'That case belongs to another organisation. Only cases of the same one can be merged.',
    itsWhole: () => 'This case is a part of that one. Close it instead.',
    caseClosed: () => 'That case is closed. Reopen it first, or merge it into this one.',
    noSuchOutage: () => 'There is no such outage at this case’s desk. Choose one from the list.',
    outageOver: () => 'This outage is over. Choose one that goes on, or open a new one.',
    notOfTheDesk: ({ names }) =>
      `${names.join(', ')} can’t be mentioned here: only engineers of this case’s desk can. Take the name out, or choose a colleague of the desk.`,
    cannotFollow: ({ names }) =>
      `${names.join(', ')} can’t follow this case: only ticket managers and administrators of its organisation see colleagues’ cases. Take the address out, or add it to the contacts.`,
    unknownPlaceholder: ({ names, known }) =>
      `There is no ${names.map((name) => `{{${name}}}`).join(', ')}. What can be filled in: ${known.join(', ')}.`,
    list: ({ problem }) => lists[problem],
    rows: ({ count, rows, otherCountries }) => {
      const named = rows.map((r) => `Row ${r.row}: “${r.value}” ${rowReasons[r.reason](r)}`).join('. ');
      const more = count > rows.length ? ` And ${(count - rows.length).toLocaleString('en')} more.` : '';
      const advice = otherCountries.length > 0 ? ` Create one case for each country (${otherCountries.join(', ')}).` : '';
      return `${count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`} to correct. ${named}.${more}${advice}`;
    },
  } satisfies Says as Says,
  lists,
  rowReasons,
};
