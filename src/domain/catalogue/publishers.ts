import type { DirectedElsewhere } from './desk.ts';

/** Who publishes products on the marketplace, and how they are asked for support. */
export interface Publisher {
  readonly id: string;
  /** Names are the same in every language. */
  readonly name: string;
  readonly products: readonly string[];
  readonly url: string;
  readonly email: string | null;
  /** As it is dialled from abroad. */
  readonly phone: string | null;
}

type Reached = Partial<Pick<Publisher, 'email' | 'phone'>>;

const publisher = (id: string, name: string, products: readonly string[], url: string, reached: Reached = {}): Publisher => ({
  ...{ id, name, products, url, email: null, phone: null },
  ...reached,
});

/** CS-7: who is known unless the operator says otherwise. */
export const publishers: readonly Publisher[] = [
  publisher('barracuda', 'Barracuda', ['CloudGen Firewall', 'Web Application Firewall'], 'https://www.barracuda.com/support', {
    phone: '+1 408 342 5300',
  }),
  publisher('checkPoint', 'Check Point', ['CloudGuard Network Security'], 'https://www.checkpoint.com/support-services/contact-support/', {
    phone: '+1 972 444 6600',
  }),
  publisher('cisco', 'Cisco', ['Catalyst 8000V', 'Secure Firewall'], 'https://www.cisco.com/c/en/us/support/', {
    email: 'tac@cisco.com',
    phone: '+1 800 553 2447',
  }),
  publisher('datadog', 'Datadog', ['Datadog'], 'https://www.datadoghq.com/support/', { email: 'support@datadoghq.com' }),
  publisher('elastic', 'Elastic', ['Elastic Cloud'], 'https://www.elastic.co/support', { email: 'support@elastic.co' }),
  publisher('f5', 'F5', ['BIG-IP Virtual Edition', 'NGINX Plus'], 'https://my.f5.com/', { phone: '+1 888 882 7535' }),
  publisher('fortinet', 'Fortinet', ['FortiGate', 'FortiWeb'], 'https://www.fortinet.com/support/contact', { phone: '+1 866 648 4638' }),
  publisher('mongoDb', 'MongoDB', ['MongoDB Atlas'], 'https://support.mongodb.com/'),
  publisher('paloAltoNetworks', 'Palo Alto Networks', ['VM-Series', 'Prisma Cloud'], 'https://support.paloaltonetworks.com/', {
    phone: '+1 866 898 9087',
  }),
  publisher('redHat', 'Red Hat', ['Red Hat Enterprise Linux', 'Ansible Automation Platform'], 'https://access.redhat.com/support'),
  publisher('suse', 'SUSE', ['SUSE Linux Enterprise Server'], 'https://www.suse.com/support/'),
  publisher('twilio', 'Twilio', ['SendGrid'], 'https://support.sendgrid.com/'),
];

/** What is answered by publishers, with those that the operator names. */
export const askedOf = (subject: DirectedElsewhere, named: readonly Publisher[]): DirectedElsewhere =>
  subject.publishers ? { ...subject, publishers: named } : subject;
