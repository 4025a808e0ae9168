import type { App } from '../../app.ts';

/** Puts the sample project's articles and markup into a new project. */
export async function writeSampleProject(_app: App): Promise<void> {}
