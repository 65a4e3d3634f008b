/** PN-15: a new address that waits for its code, in the tab and in the chat. */
export const addresses = {
  title: 'New address',
  waiting: (address: string) => `${address} waits for confirmation`,
  codeSent: (address: string, until: string) =>
    `A code was sent to ${address}. Enter it by ${until}; until then, mail goes to the address in use.`,
  noCode: (address: string) =>
    `The last code for ${address} no longer works. Have a new one sent; until then, mail goes to the address in use.`,
  code: 'Code from the mail',
  confirm: 'Confirm',
  again: 'Send a new code',
  withdraw: 'Keep the old address',
  confirmed: (address: string) => `${address} is confirmed; mail goes there from now on.`,
  sent: (address: string) => `A new code was sent to ${address}.`,
  withdrawn: (address: string) => `The change is taken back; mail still goes to ${address}.`,
};
