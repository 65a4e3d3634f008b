import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { endings } from '../../src/domain/catalogue/self-help.ts';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { useFocusBack } from '../use-focus-back.ts';
import type { CaseTypeView, DeskView } from '../wire.ts';
import { useAnnounce } from './announcer.tsx';
import { Icon } from './icon.tsx';

interface SelfHelpDialogProps {
  readonly desk: DeskView;
  readonly type: CaseTypeView;
  /** `null`: one that is named by domain afterwards. */
  readonly customer: string | null;
  /** Nothing helped: on to the form. */
  readonly onGo: () => void;
  readonly onClose: () => void;
}

/** CS-10: what a request for a customer begins with; it may end here, and then no case is made. */
export function SelfHelpDialog({ desk, type, customer, onGo, onClose }: SelfHelpDialogProps) {
  useFocusBack();
  const { api, words } = useDesk();
  const { selfHelp: says, tab } = words;
  const announce = useAnnounce();
  const end = useMutation({
    mutationFn: (outcome: (typeof endings)[number]) =>
      api.send('POST', `/desks/${desk.id}/self-help`, { body: { caseType: type.id, onBehalfOf: customer, outcome } }),
    onSuccess: (_, outcome) => {
      announce(says.ended[outcome]);
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle action={<Button appearance="subtle" icon={<Icon name="close" />} aria-label={tab.close} onClick={onClose} />}>
            {says.title}
          </DialogTitle>
          <DialogContent className="dialog-content">
            <p>{says.about}</p>
            <ul>
              {type.selfHelp.map(({ name, url }) => (
                <li key={url}>
                  <a href={url} target="_blank" rel="noopener">
                    {name} <Icon name="open" />
                    <span className="hidden"> ({tab.opensElsewhere})</span>
                  </a>
                </li>
              ))}
            </ul>
            <p className="quiet">{says.otherwise}</p>
            {end.error && (
              <p className="fault" role="alert">
                {tellShortly(problemOf(end.error), words)}
              </p>
            )}
          </DialogContent>
          <DialogActions fluid>
            {endings.map((outcome) => (
              <Button key={outcome} disabledFocusable={end.isPending} onClick={() => end.mutate(outcome)}>
                {says.outcomes[outcome]}
              </Button>
            ))}
            <Button appearance="primary" onClick={onGo}>
              {says.outcomes.notSolved}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
