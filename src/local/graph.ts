import type { SampleMember } from './organisations.ts';
import { answerJson, type Route } from './route.ts';

/** Graph's answer about oneself, and nothing else of Graph. @param holder whose token it is, if it is one for Graph */
export function graphRoutes(holder: (authorization: string | undefined) => Promise<SampleMember | undefined>): Route[] {
  return [
    {
      method: 'GET',
      path: '/v1.0/me',
      async handle({ request, response }) {
        const member = await holder(request.headers.authorization);
        if (!member) return answerJson(response, 401, { error: { code: 'InvalidAuthenticationToken', message: 'Not a token for Graph.' } });
        const { person, organisation } = member;
        answerJson(response, 200, {
          displayName: person.name,
          mail: person.email,
          userPrincipalName: person.email,
          preferredLanguage: person.locale,
          userType: person.guest ? 'Guest' : 'Member',
          usageLocation: organisation.country,
          accountEnabled: true,
        });
      },
    },
  ];
}
