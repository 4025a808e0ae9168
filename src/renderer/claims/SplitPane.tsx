import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import styles from './SplitPane.module.css';

// How high the upper part was left, in per cent, for as long as the window lives.
const shares = new Map<string, number>();

/** A list above and the details of what is chosen in it below, with a border between them that can be moved. */
export function SplitPane({
  name,
  upper,
  lower,
  upperPercent,
}: {
  /** Which split it is; its border stays where it was left. */
  readonly name: string;
  readonly upper: ReactNode;
  /** Null while nothing is chosen: the list then has all the room. */
  readonly lower: ReactNode | null;
  /** How high the upper part is at first. */
  readonly upperPercent: number;
}) {
  const share = shares.get(name) ?? upperPercent;
  return (
    <Group
      className={styles.group}
      orientation="vertical"
      onLayoutChanged={(layout, { isUserInteraction }) => {
        const upperNow = layout[`${name}-upper`];
        if (isUserInteraction && upperNow !== undefined) shares.set(name, upperNow);
      }}
    >
      <Panel
        id={`${name}-upper`}
        className={styles.part}
        defaultSize={`${lower === null ? 100 : share}%`}
        minSize={72}
      >
        {upper}
      </Panel>
      {lower !== null && (
        <>
          <Separator className={styles.separator} aria-label="Height of the list" />
          <Panel
            id={`${name}-lower`}
            className={styles.part}
            defaultSize={`${100 - share}%`}
            minSize={72}
          >
            {lower}
          </Panel>
        </>
      )}
    </Group>
  );
}
