import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAnnounce } from '../components/announcer.tsx';
import { useDesk } from '../desk.tsx';
import { tellShortly } from '../failure.ts';
import { problemOf } from '../problem.ts';
import { keys } from '../queries.ts';
import { useFocusBack } from '../use-focus-back.ts';
import type { FoundPerson, LeaverNamesAnswer } from '../wire.ts';
import { organisationKeys } from './organisation-queries.ts';

interface EraseDialogProps {
  readonly person: FoundPerson;
  readonly names: LeaverNamesAnswer['names'];
  readonly onClose: (done: boolean) => void;
}

/** Says what goes and what stays before anything does. */
export function EraseDialog({ person, names, onClose }: EraseDialogProps) {
  useFocusBack();
  const { api, words } = useDesk();
  const { data: says } = words.tab.organisation;
  const announce = useAnnounce();
  const queries = useQueryClient();
  const erase = useMutation({
    mutationFn: () => api.send('POST', `/organisation/people/${person.id}/erasure`),
    onSuccess: async () => {
      announce(says.done(person.name));
      onClose(true);
      for (const key of [organisationKeys.grants, organisationKeys.closing, keys.lists, ['case']])
        await queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Dialog open modalType="alert" onOpenChange={(_, { open }) => !open && onClose(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>
            <span dir="auto">{says.ask(person.name)}</span>
          </DialogTitle>
          <DialogContent className="dialog-content">
            <p>{says.gone}</p>
            <p>{names === 'kept' ? says.namesStay : says.namesGo}</p>
            <p className="quiet">{says.stillHere}</p>
            {erase.error && (
              <p className="fault" role="alert">
                {tellShortly(problemOf(erase.error), words)}
              </p>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onClose(false)}>{words.tab.cancel}</Button>
            <Button appearance="primary" disabledFocusable={erase.isPending} onClick={() => !erase.isPending && erase.mutate()}>
              {says.yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
