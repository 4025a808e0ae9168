import { ALargeSmall } from 'lucide-react';
import { useShortcut } from '../app/commands/shortcuts.ts';
import { useSetting } from '../app/settings.ts';
import { chooseTheme, themeNames, themes, themeSetting } from '../app/theme.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import { changeComfort, resetComfort, stepComfort } from './comfort.ts';
import {
  comfortSetting,
  comfortSteps,
  comfortWords,
  type Comfort,
  type ComfortStep,
} from './comfort-setting.ts';
import styles from './ComfortPopover.module.css';

/** How texts are set for reading: size, length and distance of lines, paper and theme. */
export function ComfortPopover() {
  const comfort = useSetting(comfortSetting);
  const theme = useSetting(themeSetting);
  return (
    <Popover
      label="How the text is set"
      align="end"
      trigger={<IconButton icon={ALargeSmall} label="How the text is set" small />}
    >
      <div className={styles.rows}>
        <StepRow name="size" title="Text size" comfort={comfort} larger="comfort.larger" />
        <StepRow name="measure" title="Length of lines" comfort={comfort} larger="comfort.wider" />
        <StepRow
          name="leading"
          title="Distance of lines"
          comfort={comfort}
          larger="comfort.looser"
        />
        <Segmented
          label="Paper"
          options={[
            { value: 'plain', name: 'Plain' },
            { value: 'sepia', name: 'Warm' },
          ]}
          value={comfort.paper}
          onValue={(paper) => changeComfort({ ...comfort, paper })}
        />
        <Segmented
          label="Theme"
          options={themes.map((value) => ({ value, name: themeNames[value] }))}
          value={theme}
          onValue={chooseTheme}
        />
        <Button
          small
          variant="quiet"
          shortcut={useShortcut('comfort.reset')}
          onClick={resetComfort}
        >
          As at first
        </Button>
      </div>
    </Popover>
  );
}

const smallerOf = {
  'comfort.larger': 'comfort.smaller',
  'comfort.wider': 'comfort.narrower',
  'comfort.looser': 'comfort.tighter',
} as const;

function StepRow({
  name,
  title,
  comfort,
  larger,
}: {
  readonly name: ComfortStep;
  readonly title: string;
  readonly comfort: Comfort;
  readonly larger: keyof typeof smallerOf;
}) {
  const steps: readonly number[] = comfortSteps[name];
  const index = steps.indexOf(comfort[name]);
  return (
    <div className={styles.row} role="group" aria-label={title}>
      <span>{title}</span>
      <Button
        small
        aria-label={`Less: ${title.toLowerCase()}`}
        aria-keyshortcuts={useShortcut(smallerOf[larger])}
        aria-disabled={index === 0}
        onClick={() => stepComfort(name, -1)}
      >
        −
      </Button>
      <output className={styles.value}>{comfortWords(comfort, name)}</output>
      <Button
        small
        aria-label={`More: ${title.toLowerCase()}`}
        aria-keyshortcuts={useShortcut(larger)}
        aria-disabled={index === steps.length - 1}
        onClick={() => stepComfort(name, 1)}
      >
        +
      </Button>
    </div>
  );
}
