import { useQuery } from '@tanstack/react-query';
import { FilePlus2, FolderOpen, GraduationCap } from 'lucide-react';
import type { Analyst } from '../../shared/domain/analyst.ts';
import { runCommandById } from '../app/commands/run-command.ts';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { read } from '../app/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Icon, type IconType } from '../ui/Icon.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { showProfile } from './ProfileDialog.tsx';
import { RecentProjects } from './RecentProjects.tsx';
import styles from './Welcome.module.css';

/** What the window shows while no project is open: the ways to one. */
export function Welcome({ profile }: { readonly profile: Analyst }) {
  const recent = useQuery(read('projects', 'recent', {}));
  return (
    <main className={styles.welcome}>
      <div className={styles.page}>
        <header>
          <h1 className={styles.title}>Attest</h1>
          <p className={styles.lead}>
            Read sources, mark what they claim and who said it, and write what you can prove.
            Everything stays in one file on this computer.
          </p>
        </header>
        <div className={styles.columns}>
          <section aria-label="Start">
            <ul className={styles.ways}>
              <Way
                id="project.new"
                icon={FilePlus2}
                name="New project"
                text="An empty file of your own. Then drop in articles or paste them."
              />
              <Way
                id="project.open"
                icon={FolderOpen}
                name="Open a project"
                text="An .attest file, yours or a colleague’s. You can also drop it here."
              />
              <Way
                id="project.openSample"
                icon={GraduationCap}
                name="Sample project"
                text="A few articles, marked, attributed and summed up, to look around in."
              />
            </ul>
          </section>
          <section aria-label="Recent projects" className={styles.recent}>
            <h2>Recent projects</h2>
            <Loaded query={recent}>{(rows) => <RecentProjects rows={rows} />}</Loaded>
          </section>
        </div>
        <footer className={styles.foot}>
          <span>
            You mark as <strong>{profile.name}</strong>.
          </span>
          <Button variant="quiet" small onClick={() => showProfile(profile)}>
            Change
          </Button>
        </footer>
      </div>
    </main>
  );
}

function Way({
  id,
  icon,
  name,
  text,
}: {
  readonly id: string;
  readonly icon: IconType;
  readonly name: string;
  readonly text: string;
}) {
  const shortcut = useShortcut(id);
  return (
    <li>
      <button type="button" className={styles.way} onClick={() => void runCommandById(id)}>
        <Icon of={icon} />
        <span className={styles.wayText}>
          <span className={styles.wayName}>{name}</span>
          <span className={styles.soft}>{text}</span>
        </span>
        {shortcut && <Kbd shortcut={shortcut} />}
      </button>
    </li>
  );
}
