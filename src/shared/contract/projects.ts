import { z } from 'zod';
import type { Analyst } from '../domain/analyst.ts';
import type { MethodTable } from './method-table.ts';
import { colourSchema, lineText, pathSchema } from './schemas.ts';

export interface OpenProject {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly readOnly: boolean;
  /** Why it is read-only, as a sentence; null where it is not. */
  readonly readOnlyReason: string | null;
}

export interface RecentProject {
  readonly path: string;
  readonly name: string;
  readonly openedAt: string;
  readonly missing: boolean;
}

export interface VerifyReport {
  readonly ok: boolean;
  /** What was counted, such as `{ sources: 5, quotes: 71 }`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

const pathInput = z.object({ path: pathSchema });
const newProject = z.object({ path: pathSchema, name: lineText.optional() });
const profileInput = z.object({
  name: lineText,
  initials: z.string().trim().min(1).max(4),
  colour: colourSchema,
});
const settingKey = z.string().min(1).max(200);
const settingInput = z.object({ key: settingKey, value: z.json() });

/** Opening and closing projects, the analyst's profile, and settings of the application; works without an open project. */
export interface ProjectsApi {
  state(
    input: object,
  ): Promise<{ readonly project: OpenProject | null; readonly profile: Analyst }>;
  recent(input: object): Promise<readonly RecentProject[]>;
  forget(input: z.infer<typeof pathInput>): Promise<null>;
  create(input: z.infer<typeof newProject>): Promise<OpenProject>;
  /** Makes the sample project at the path and opens it. */
  createSample(input: z.infer<typeof pathInput>): Promise<OpenProject>;
  open(input: z.infer<typeof pathInput>): Promise<OpenProject>;
  close(input: object): Promise<null>;
  setProfile(input: z.infer<typeof profileInput>): Promise<Analyst>;
  /** A setting of the application, kept outside projects; null where it was never set. */
  getSetting(input: { readonly key: string }): Promise<unknown>;
  setSetting(input: z.infer<typeof settingInput>): Promise<null>;
}

const nothing = z.object({});

export const projectsMethods = {
  state: { access: 'host', input: nothing },
  recent: { access: 'host', input: nothing },
  forget: { access: 'host', input: pathInput },
  create: { access: 'host', input: newProject, files: true, writesFile: true },
  createSample: { access: 'host', input: pathInput, files: true, writesFile: true },
  open: { access: 'host', input: pathInput, files: true },
  close: { access: 'host', input: nothing },
  setProfile: { access: 'host', input: profileInput },
  getSetting: { access: 'host', input: z.object({ key: settingKey }) },
  setSetting: { access: 'host', input: settingInput },
} as const satisfies MethodTable<ProjectsApi>;

/** The open project as a whole. */
export interface ProjectApi {
  info(input: object): Promise<OpenProject>;
  rename(input: { readonly name: string }): Promise<OpenProject>;
  analysts(input: object): Promise<readonly Analyst[]>;
  verify(input: object): Promise<VerifyReport>;
  /** Copies the project while it is in use, opens and verifies the copy, and gives its path. */
  backup(input: { readonly path?: string | undefined }): Promise<{ readonly path: string }>;
}

export const projectMethods = {
  info: { access: 'read', input: nothing },
  rename: { access: 'write', input: z.object({ name: lineText }) },
  analysts: { access: 'read', input: nothing },
  verify: { access: 'read', input: nothing },
  backup: {
    access: 'read',
    input: z.object({ path: pathSchema.optional() }),
    // It never writes over a file, so a folder that may be read will do.
    files: true,
  },
} as const satisfies MethodTable<ProjectApi>;
