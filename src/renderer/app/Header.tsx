import {
  ChevronDown,
  Contrast,
  PanelLeftClose,
  PanelLeftOpen,
  PanelRightClose,
  PanelRightOpen,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import type { OpenProject } from '../../shared/contract/projects.ts';
import type { Analyst } from '../../shared/domain/analyst.ts';
import { projectMenu } from '../projects/project-menu.ts';
import { showProfile } from '../projects/ProfileDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Tooltip } from '../ui/Tooltip.tsx';
import { runCommandById } from './commands/run-command.ts';
import { useShortcut } from './commands/shortcuts.ts';
import styles from './Header.module.css';
import { paneIds, panes, setFolded } from './panes.ts';
import { useSetting } from './settings.ts';
import { useStore } from './store.ts';
import { chooseTheme, themeNames, themes, themeSetting } from './theme.ts';

/** The bar at the top: the project and the analyst, what was done, and the ways to everything else. */
export function Header({
  project,
  profile,
}: {
  readonly project: OpenProject;
  readonly profile: Analyst;
}) {
  const leftFolded = useStore(panes, (state) => state.leftFolded);
  const rightFolded = useStore(panes, (state) => state.rightFolded);
  return (
    <header className={styles.header}>
      <IconButton
        icon={leftFolded ? PanelLeftOpen : PanelLeftClose}
        label="Left pane"
        shortcut={useShortcut('view.leftPane')}
        aria-expanded={!leftFolded}
        aria-controls={paneIds.left}
        onClick={() => setFolded('left', !leftFolded)}
      />
      <h1 className={styles.project}>
        <Menu
          entries={() => projectMenu(project)}
          trigger={
            <button type="button" className={styles.projectButton}>
              <span className={styles.name}>{project.name}</span>
              <span className="for-readers"> (project menu)</span>
              <Icon of={ChevronDown} small />
            </button>
          }
        />
      </h1>
      {project.readOnly && <ReadOnly reason={project.readOnlyReason} />}
      <div className={styles.gap} />
      {!project.readOnly && (
        <>
          <CommandButton id="edit.undo" icon={Undo2} label="Undo" />
          <CommandButton id="edit.redo" icon={Redo2} label="Redo" />
        </>
      )}
      <CommandButton id="search.open" icon={Search} label="Search the project" />
      <Button
        variant="quiet"
        shortcut={useShortcut('view.palette')}
        onClick={() => void runCommandById('view.palette')}
      >
        Commands
      </Button>
      <span className={styles.spare}>
        <ThemeMenu />
      </span>
      <AnalystButton profile={profile} />
      <IconButton
        icon={rightFolded ? PanelRightOpen : PanelRightClose}
        label="Right pane"
        shortcut={useShortcut('view.rightPane')}
        aria-expanded={!rightFolded}
        aria-controls={paneIds.right}
        onClick={() => setFolded('right', !rightFolded)}
      />
    </header>
  );
}

function CommandButton({
  id,
  icon,
  label,
}: {
  readonly id: string;
  readonly icon: typeof Undo2;
  readonly label: string;
}) {
  return (
    <IconButton
      icon={icon}
      label={label}
      shortcut={useShortcut(id)}
      // The focus stays where it was: undo in a text that is being written belongs to that text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void runCommandById(id)}
    />
  );
}

function ReadOnly({ reason }: { readonly reason: string | null }) {
  const badge = (
    <span className={styles.readOnly} tabIndex={reason === null ? undefined : 0}>
      Read-only
      {reason !== null && <span className="for-readers">. {reason}</span>}
    </span>
  );
  return reason === null ? badge : <Tooltip text={reason}>{badge}</Tooltip>;
}

function ThemeMenu() {
  const chosen = useSetting(themeSetting);
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={Contrast} label="Theme" shortcut={useShortcut('view.theme')} />}
      entries={() =>
        themes.map((theme) => ({
          name: themeNames[theme],
          checked: theme === chosen,
          run: () => chooseTheme(theme),
        }))
      }
    />
  );
}

function AnalystButton({ profile }: { readonly profile: Analyst }) {
  return (
    <Tooltip text={`You mark as ${profile.name}`}>
      <button
        type="button"
        className={styles.analyst}
        data-colour={profile.colour}
        aria-label={`${profile.initials}: your profile, ${profile.name}`}
        onClick={() => showProfile(profile)}
      >
        {profile.initials}
      </button>
    </Tooltip>
  );
}
