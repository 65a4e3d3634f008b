import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { opening } from '../../src/domain/access/policy.ts';
import { useDesk } from '../desk.tsx';
import { useCatalogue } from '../queries.ts';

/** PN-1: a partner's person is told where a desk takes nothing for customers. */
export function PartnerNote({ caseType }: { readonly caseType: string }) {
  const { me, words } = useDesk();
  const { data } = useCatalogue();
  const desk = data?.desks.find(({ caseTypes }) => caseTypes.some(({ id }) => id === caseType));
  if (!me.roles.includes('partnerTechnician') || !desk || opening[desk.id].onBehalfOf !== null) return null;
  return (
    <MessageBar intent="info" layout="multiline" className="note">
      <MessageBarBody>
        <MessageBarTitle>{words.tab.create.partner}</MessageBarTitle>
        {words.refusals.why.onBehalfOfAnother}
      </MessageBarBody>
    </MessageBar>
  );
}
