import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useDesk } from '../desk.tsx';
import { isProblem } from '../problem.ts';
import type { CaseTypeView, DraftView, IssueView } from '../wire.ts';
import { FormDialog } from './form-dialog.tsx';

interface ByDomainDialogProps {
  readonly type: CaseTypeView;
  readonly onBegun: (draft: DraftView) => void;
  readonly onClose: () => void;
}

/** CS-3: a partner without a relationship names the customer by domain and subscription; the form begins with them. */
export function ByDomainDialog({ type, onBegun, onClose }: ByDomainDialogProps) {
  const { api, words } = useDesk();
  const says = words.cases.exception;
  const [domain, setDomain] = useState('');
  const [subscription, setSubscription] = useState('');
  const [issues, setIssues] = useState<readonly IssueView[]>([]);
  const faultOf = (field: string) => {
    const message = issues.find((issue) => issue.field === field)?.message;
    return message ? { validationMessage: message } : {};
  };
  const begin = async () => {
    setIssues([]);
    try {
      const body = {
        ...{ caseType: type.id, customerDomain: domain, input: { subscription: subscription.trim() } },
        ...(type.selfHelp.length > 0 && { selfHelp: 'notSolved' }),
      };
      onBegun(await api.send<DraftView>('POST', '/drafts', { body }));
      return true;
    } catch (error) {
      if (!isProblem(error, 'invalid')) throw error;
      setIssues(error.body.issues ?? []);
      return false;
    }
  };
  return (
    <FormDialog
      title={says.title}
      submit={says.go}
      unready={!domain.trim() || !subscription.trim()}
      send={begin}
      onClose={(done) => !done && onClose()}
    >
      <p>{says.about}</p>
      <Field label={says.domain} hint={says.domainHint} required {...faultOf('customerDomain')}>
        <Input value={domain} maxLength={253} inputMode="url" autoCapitalize="none" onChange={(_, { value }) => setDomain(value)} />
      </Field>
      <Field label={says.subscription} required {...faultOf('subscription')}>
        <Input value={subscription} maxLength={40} autoCapitalize="none" onChange={(_, { value }) => setSubscription(value)} />
      </Field>
    </FormDialog>
  );
}
