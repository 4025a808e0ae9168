import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useState } from 'react';
import { Welcome } from '../projects/Welcome.tsx';
import { applyComfort } from '../reader/comfort.ts';
import { comfortSetting } from '../reader/comfort-setting.ts';
import { leftReaderShare } from '../reader/Readers.tsx';
import { DropTarget } from '../sources/DropTarget.tsx';
import { ErrorState } from '../ui/States.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { shortcutSetting } from './commands/shortcuts.ts';
import { Announcer, Notices } from './Notices.tsx';
import { closeDialog, notifyError, overlays } from './overlays.ts';
import { paneSetting, restorePanes } from './panes.ts';
import { useProjectEpoch } from './project-epoch.ts';
import { queryClient, read } from './queries.ts';
import { loadSetting } from './settings.ts';
import { Shell } from './Shell.tsx';
import { useStore } from './store.ts';
import { applyTheme, themeSetting } from './theme.ts';

/** The whole window: the welcome screen or the open project, and what lies over them. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <TooltipProvider delayDuration={500} skipDelayDuration={200}>
        <Main />
        <OpenDialog />
        <DropTarget />
        <Notices />
        <Announcer />
      </TooltipProvider>
    </QueryClientProvider>
  );
}

function Main() {
  const epoch = useProjectEpoch();
  const ready = useSettings();
  const state = useQuery(read('projects', 'state', {}));
  const project = state.data?.project ?? null;
  if (state.error) {
    return <ErrorState error={state.error} onRetry={() => void state.refetch()} />;
  }
  if (state.data === undefined || !ready) return null;
  return project === null ? (
    <Welcome profile={state.data.profile} />
  ) : (
    <Shell key={`${project.id} ${epoch}`} project={project} profile={state.data.profile} />
  );
}

/** Reads what the window must know before it is drawn, so that nothing jumps afterwards. */
function useSettings(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    Promise.all([
      loadSetting(themeSetting),
      loadSetting(comfortSetting),
      loadSetting(paneSetting),
      loadSetting(shortcutSetting),
      loadSetting(leftReaderShare),
    ])
      .then(([theme, comfort]) => {
        restorePanes();
        applyTheme(theme);
        applyComfort(comfort);
      })
      .catch(notifyError)
      .finally(() => setReady(true));
  }, []);
  return ready;
}

type DrawDialog = NonNullable<ReturnType<typeof overlays.get>['dialog']>;
const dialogKeys = new WeakMap<DrawDialog, number>();
let lastDialogKey = 0;

/** A dialog that takes another's place begins anew, whatever it is made of. */
function keyOf(draw: DrawDialog): number {
  const known = dialogKeys.get(draw);
  if (known !== undefined) return known;
  lastDialogKey += 1;
  dialogKeys.set(draw, lastDialogKey);
  return lastDialogKey;
}

function OpenDialog() {
  const draw = useStore(overlays, (state) => state.dialog);
  return draw === null ? null : <Fragment key={keyOf(draw)}>{draw(closeDialog)}</Fragment>;
}
