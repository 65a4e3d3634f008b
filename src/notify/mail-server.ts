import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

/** A mail server as its address names it. */
export interface MailServer {
  readonly connection: SMTPConnectionOptions;
  readonly auth: { readonly user: string; readonly pass: string } | null;
}

const patience = 8_000;
const thisMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** Reads `smtps://user:password@host:465` or `smtp://host:587`. A password goes over TLS, or not further than this machine. */
export function mailServerOf(smtpUrl: string): MailServer {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === 'smtps:';
  const auth = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null;
  return {
    auth,
    connection: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port ? Number(port) : secure ? 465 : 587,
      secure,
      requireTLS: !secure && auth !== null && !thisMachine.includes(hostname),
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      dnsTimeout: patience,
      socketCloseTimeout: 1_000,
    },
  };
}
