import { ArrowRightLeft, Copy, FileDiff, History, ScanSearch } from 'lucide-react';
import type { SourceRow } from '../../shared/contract/sources.ts';
import { canChangeProject } from '../app/commands/has-project.ts';
import type { MenuEntry } from '../ui/menu-entry.ts';
import { showCarry } from './CarryDialog.tsx';
import { showCompare } from './CompareDialog.tsx';
import { isUnfolded, toggleOlder } from './folded-versions.ts';
import { showNewVersion } from './NewVersionDialog.tsx';
import { showSuspicious } from './SuspiciousDialog.tsx';
import { standAlone } from './version-commands.ts';

/** What can be done with a source and its versions. */
export function versionMenu(row: SourceRow): readonly MenuEntry[] {
  const fixed = !canChangeProject();
  const { id, replacesId } = row;
  const ofNewer: readonly MenuEntry[] =
    replacesId === null
      ? []
      : [
          {
            name: isUnfolded(id) ? 'Fold older versions away' : 'Show older versions',
            icon: History,
            run: () => toggleOlder(id),
          },
          {
            name: 'Compare with the older version',
            icon: FileDiff,
            run: () => showCompare(replacesId, id),
          },
          {
            name: 'Carry marks over from it',
            icon: ArrowRightLeft,
            disabled: fixed,
            run: () => showCarry({ oldSourceId: replacesId, newSourceId: id }),
          },
          {
            name: 'Is an article of its own',
            icon: Copy,
            disabled: fixed,
            run: () => standAlone(row),
          },
        ];
  return [
    ...ofNewer,
    {
      name: 'Is a new version of…',
      icon: FileDiff,
      disabled: fixed,
      run: () => showNewVersion(row),
    },
    { name: 'Suspicious characters', icon: ScanSearch, run: () => showSuspicious(id) },
  ];
}
