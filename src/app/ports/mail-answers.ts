/** How often mail to the desk is answered. */
export interface MailAnswerChanges {
  /**
   * Counts one more answer to a mailbox and keeps it for a day; `false`, and nothing counted, where it had one within the last day, or
   * `perHour` of them went to all within the last hour. Whoever asks at the same time waits.
   *
   * @param mailboxDigest SHA-256 in hex; the address itself isn't kept
   */
  count(mailboxDigest: string, perHour: number): Promise<boolean>;
}
