import { canChangeProject } from '../app/commands/has-project.ts';
import { notifyError, showDialog } from '../app/overlays.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { openProjectAt, rehearseMerge } from './open-project.ts';

/** Asks what is to be done with another project that was dropped while one is open. */
export function showOtherProject(path: string, openName: string): void {
  showDialog((close) => {
    const go = (work: () => Promise<void>) => () => {
      close();
      work().catch(notifyError);
    };
    return (
      <Dialog
        title="This is another project"
        size="narrow"
        onClose={close}
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button onClick={go(() => openProjectAt(path))}>Open it</Button>
            {canChangeProject() && (
              <Button variant="primary" onClick={go(() => rehearseMerge(path))}>
                Rehearse a merge
              </Button>
            )}
          </>
        }
      >
        <p>
          “{openName}” is open. You can merge the other into it, after seeing what that would do, or
          open the other instead.
        </p>
      </Dialog>
    );
  });
}
