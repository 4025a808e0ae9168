import type { Setting } from '../app/settings.ts';

/** What the reader's page looks like under the text. */
export const papers = ['plain', 'sepia'] as const;
export type Paper = (typeof papers)[number];

/** How a text is set for reading; the same for every source and both readers. */
export type Comfort = {
  /** In pixels at a zoom of 100 %. */
  readonly size: number;
  /** How many characters a line holds at most, about. */
  readonly measure: number;
  /** Distance of lines as a multiple of the size. */
  readonly leading: number;
  readonly paper: Paper;
};

/** One of the values that can be made larger and smaller. */
export type ComfortStep = Exclude<keyof Comfort, 'paper'>;

/** The values each can have, in order. */
export const comfortSteps = {
  size: [13, 14, 15, 16, 17, 18, 19, 20, 22, 24, 27, 30, 34, 38],
  measure: [40, 45, 50, 55, 60, 65, 70, 75, 80, 90, 100, 120],
  leading: [1.3, 1.4, 1.5, 1.65, 1.8, 2, 2.25],
} as const satisfies Record<ComfortStep, readonly number[]>;

/** Where nothing was chosen. */
export const usualComfort: Comfort = { size: 18, measure: 75, leading: 1.65, paper: 'plain' };

export const comfortSetting: Setting<Comfort> = {
  key: 'reader.comfort',
  parse(stored) {
    const { size, measure, leading, paper } = (stored ?? {}) as Partial<
      Record<keyof Comfort, unknown>
    >;
    return {
      size: knownStep('size', size),
      measure: knownStep('measure', measure),
      leading: knownStep('leading', leading),
      paper: papers.find((known) => known === paper) ?? usualComfort.paper,
    };
  },
};

function knownStep(name: ComfortStep, stored: unknown): number {
  return comfortSteps[name].find((known) => known === stored) ?? usualComfort[name];
}

/** One value larger (1) or smaller (-1); the same where it goes no further. */
export function steppedComfort(comfort: Comfort, name: ComfortStep, step: 1 | -1): Comfort {
  const steps: readonly number[] = comfortSteps[name];
  const next = steps[steps.indexOf(comfort[name]) + step];
  return next === undefined ? comfort : { ...comfort, [name]: next };
}

/** A value as it is read, such as `18 px`. */
export function comfortWords(comfort: Comfort, name: ComfortStep): string {
  switch (name) {
    case 'size':
      return `${comfort.size} px`;
    case 'measure':
      return `${comfort.measure} characters`;
    case 'leading':
      return `× ${comfort.leading}`;
  }
}
