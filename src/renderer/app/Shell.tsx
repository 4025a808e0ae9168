import { useEffect } from 'react';
import { Group, Panel, Separator, usePanelRef } from 'react-resizable-panels';
import type { Analyst } from '../../shared/domain/analyst.ts';
import type { OpenProject } from '../../shared/contract/projects.ts';
import { Inspector } from '../claims/Inspector.tsx';
import { classNames } from '../ui/class-names.ts';
import { Header } from './Header.tsx';
import { LeftPane } from './LeftPane.tsx';
import { Middle } from './Middle.tsx';
import { followReaders } from '../layers/follow-readers.ts';
import { keepLayers, restoreLayers } from '../layers/layer-store.ts';
import { keepPlace, restorePlace } from './place.ts';
import { notifyError } from './overlays.ts';
import { followWidth, focusPane, paneIds, panes, paneSetting, setFolded } from './panes.ts';
import { saveSetting, settingNow } from './settings.ts';
import styles from './Shell.module.css';
import { useStore } from './store.ts';

/** An open project: the bar at the top and three panes, of which the outer two can be folded away. */
export function Shell({
  project,
  profile,
}: {
  readonly project: OpenProject;
  readonly profile: Analyst;
}) {
  const left = usePanelRef();
  const right = usePanelRef();
  const leftFolded = useStore(panes, (state) => state.leftFolded);
  const rightFolded = useStore(panes, (state) => state.rightFolded);
  const kept = settingNow(paneSetting);

  useEffect(() => {
    restoreLayers(project.id)
      .then(() => restorePlace(project.id))
      .then(() => {
        if (document.activeElement === document.body) focusPane('middle');
      })
      .catch(notifyError);
    const stops = [keepPlace(project.id), keepLayers(project.id), followReaders()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [project.id]);
  useEffect(followWidth, []);
  useEffect(() => {
    if (leftFolded !== left.current?.isCollapsed()) fold(left.current, leftFolded);
  }, [left, leftFolded]);
  useEffect(() => {
    if (rightFolded !== right.current?.isCollapsed()) fold(right.current, rightFolded);
  }, [right, rightFolded]);

  return (
    <div className={styles.shell}>
      <Header project={project} profile={profile} />
      <Group
        className={styles.panes}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) keepSizes(layout);
        }}
      >
        <Panel
          id="left"
          className={styles.side}
          panelRef={left}
          defaultSize={`${kept.leftFolded ? 0 : kept.left}%`}
          minSize={200}
          maxSize={560}
          collapsible
          onResize={({ inPixels }) => noteFolded('left', inPixels === 0)}
        >
          <aside
            id={paneIds.left}
            className={styles.pane}
            aria-label="Left pane"
            inert={leftFolded}
            tabIndex={-1}
          >
            <LeftPane />
          </aside>
        </Panel>
        <Separator
          className={classNames(styles.separator, leftFolded && styles.folded)}
          aria-label="Width of the left pane"
        />
        <Panel id="middle" className={styles.middle} minSize={180}>
          <main id={paneIds.middle} className={styles.pane} tabIndex={-1}>
            <Middle />
          </main>
        </Panel>
        <Separator
          className={classNames(styles.separator, rightFolded && styles.folded)}
          aria-label="Width of the right pane"
        />
        <Panel
          id="right"
          className={styles.side}
          panelRef={right}
          defaultSize={`${kept.rightFolded ? 0 : kept.right}%`}
          minSize={260}
          maxSize={760}
          collapsible
          onResize={({ inPixels }) => noteFolded('right', inPixels === 0)}
        >
          <aside
            id={paneIds.right}
            className={styles.pane}
            aria-label="Inspector"
            inert={rightFolded}
            tabIndex={-1}
          >
            <Inspector />
          </aside>
        </Panel>
      </Group>
    </div>
  );
}

type Foldable = { collapse(): void; expand(): void } | null;

function fold(panel: Foldable, folded: boolean): void {
  if (folded) panel?.collapse();
  else panel?.expand();
}

function noteFolded(side: 'left' | 'right', folded: boolean): void {
  const { leftFolded, rightFolded } = panes.get();
  if (folded !== (side === 'left' ? leftFolded : rightFolded)) setFolded(side, folded);
}

function keepSizes({ left = 0, right = 0 }: { readonly [id: string]: number }): void {
  const before = settingNow(paneSetting);
  saveSetting(paneSetting, {
    ...before,
    left: left === 0 ? before.left : left,
    right: right === 0 ? before.right : right,
  });
}
