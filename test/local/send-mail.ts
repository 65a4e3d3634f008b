import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** Hands a mail in as the desk does. @returns what the server answered, or its refusal's code */
export function sendMail(smtpUrl: string, to: readonly string[], message: string): Promise<string | number> {
  const { hostname, port } = new URL(smtpUrl);
  const connection = new SMTPConnection({ host: hostname, port: Number(port) });
  return new Promise((answered, failed) => {
    connection.once('error', failed);
    connection.connect(() =>
      connection.send({ from: 'desk@tailspin.example', to: [...to] }, message, (fault, info) => {
        connection.quit();
        answered(fault ? Number((fault as { responseCode?: number }).responseCode) : String(info?.response));
      }),
    );
  });
}

export const mailOf = (subject: string, text: string, head = ''): string =>
  `From: Case Desk <desk@tailspin.example>\r\nTo: somebody else <other@x.example>\r\nSubject: ${subject}\r\n${head}\r\n${text}\r\n`;
