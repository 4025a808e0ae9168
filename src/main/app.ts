import { createClient } from '../shared/contract/client.ts';
import { projectTable, type ProjectScopedApi } from '../shared/contract/api.ts';
import type { AdjudicationsApi } from '../shared/contract/adjudications.ts';
import type { ActorsApi, AttributionsApi, GradesApi } from '../shared/contract/attributions.ts';
import type { AgreementApi } from '../shared/contract/agreement.ts';
import type { ClaimsApi, EventsApi } from '../shared/contract/claims.ts';
import type { ExchangeApi } from '../shared/contract/exchange.ts';
import type { HighlightsApi } from '../shared/contract/highlights.ts';
import type { HistoryApi } from '../shared/contract/history.ts';
import type { ReviewsApi } from '../shared/contract/reviews.ts';
import type { SearchApi } from '../shared/contract/search.ts';
import type { SourcesApi } from '../shared/contract/sources.ts';
import type { SummariesApi } from '../shared/contract/summaries.ts';
import type { VersionsApi } from '../shared/contract/versions.ts';
import type { TagsApi } from '../shared/contract/tags.ts';
import type { AttestEvent } from '../shared/contract/events.ts';
import type { MergesApi } from '../shared/contract/merges.ts';
import type { Handlers } from '../shared/contract/method-table.ts';
import type { ReadDb } from './database/types.ts';
import type { OpenProject, ProjectApi } from '../shared/contract/projects.ts';
import type { Transport } from '../shared/contract/transport.ts';
import type { Analyst } from '../shared/domain/analyst.ts';
import { createAdjudications } from './adjudications/adjudications.ts';
import { createActors } from './actors/actors.ts';
import { createAgreement } from './agreement/agreement.ts';
import { createAttributions } from './attributions/attributions.ts';
import { changedEvent } from './changed-event.ts';
import { createChanges } from './changes/changes.ts';
import { createHistory } from './changes/history.ts';
import { createClaims } from './claims/claims.ts';
import { allAnalysts } from './database/analysts-store.ts';
import { backupFolder, backUp } from './database/backup.ts';
import {
  createProjectFile as createFile,
  openProjectFile,
  type OpenMode,
} from './database/open-project-file.ts';
import { projectRow, renameProject } from './database/project-store.ts';
import { verifyProject } from './database/verify.ts';
import { createEvents } from './events/events.ts';
import { createExchange } from './exports/exchange.ts';
import { createGrades } from './grades/grades.ts';
import { createHighlights } from './highlights/highlights.ts';
import { createParser } from './imports/parse-file.ts';
import { createMerges } from './merges/merges.ts';
import { createReviews } from './reviews/reviews.ts';
import { isHiddenId } from './reviews/sight-views-store.ts';
import { createSightedDb } from './reviews/sighted-db.ts';
import { createRouter } from './router.ts';
import { createSearch } from './search/search.ts';
import { nowIso, type ServiceContext } from './service-context.ts';
import { createImportJobs, type ImportJobs } from './sources/import-jobs.ts';
import { createSources } from './sources/sources.ts';
import { createSummaries } from './summaries/summaries.ts';
import { createTags } from './tags/tags.ts';
import { createVersions } from './versions/versions.ts';

export interface AppOptions {
  readonly projectPath: string;
  readonly migrationsDirectory: string;
  /** `write` fails where another writer has the project; `write-or-read` then only reads. */
  readonly mode: OpenMode;
  /** Who is at work. */
  readonly analyst: Analyst;
  /** Milliseconds since 1970, UTC. */
  readonly clock: () => number;
  /** A new UUID, version 7. */
  readonly newId: () => string;
  /** The child process that parses files: its script and the Node that runs it, where not the defaults. */
  readonly importWorker?: { readonly script?: string; readonly execPath?: string };
  /** Hears of errors that are mistakes of ours; their details never reach a person. */
  readonly report?: (error: unknown) => void;
}

/** An open project: everything the contract says, without a window. */
export interface App {
  /** The project's domains, checked and answered. */
  readonly send: Transport;
  /** The same, typed. */
  readonly api: ProjectScopedApi;
  /** For work of the core itself that is no call: importing markup, writing exports. */
  readonly context: ServiceContext;
  /** Imports of files with what is known of each, which no call can carry. */
  readonly imports: ImportJobs;
  readonly project: OpenProject;
  /** Another analyst takes over. */
  setAnalyst(analyst: Analyst): void;
  subscribe(listener: (event: AttestEvent) => void): () => void;
  /** Ends parsers, puts everything into the main file, and lets the project go. */
  close(): Promise<void>;
}

/** Makes a new project file; whole or not at all, and never over another file (`exists`). */
export function createProjectFile(options: {
  readonly path: string;
  readonly name: string;
  readonly migrationsDirectory: string;
  readonly clock: () => number;
  readonly newId: () => string;
}): void {
  createFile({
    path: options.path,
    name: options.name,
    migrationsDirectory: options.migrationsDirectory,
    nowIso: new Date(options.clock()).toISOString(),
    id: options.newId(),
  });
}

interface ProjectHandlers {
  readonly project: Handlers<ProjectApi>;
  readonly sources: Handlers<SourcesApi>;
  readonly versions: Handlers<VersionsApi>;
  readonly highlights: Handlers<HighlightsApi>;
  readonly claims: Handlers<ClaimsApi>;
  readonly events: Handlers<EventsApi>;
  readonly attributions: Handlers<AttributionsApi>;
  readonly actors: Handlers<ActorsApi>;
  readonly grades: Handlers<GradesApi>;
  readonly tags: Handlers<TagsApi>;
  readonly summaries: Handlers<SummariesApi>;
  readonly search: Handlers<SearchApi>;
  readonly agreement: Handlers<AgreementApi>;
  readonly adjudications: Handlers<AdjudicationsApi>;
  readonly merges: Handlers<MergesApi>;
  readonly reviews: Handlers<ReviewsApi>;
  readonly exchange: Handlers<ExchangeApi>;
  readonly history: Handlers<HistoryApi>;
}

/** Opens a project. Throws an AttestError: not-a-project, newer-version, damaged, in-use, read-only. */
export function openApp(options: AppOptions): App {
  const file = openProjectFile({
    path: options.projectPath,
    mode: options.mode,
    migrationsDirectory: options.migrationsDirectory,
    nowIso: new Date(options.clock()).toISOString(),
  });
  const db = file.connection;
  const listeners = new Set<(event: AttestEvent) => void>();
  const emit = (event: AttestEvent): void => {
    for (const listener of listeners) listener(event);
  };
  let analyst = options.analyst;
  const { clock, newId, report = () => undefined } = options;

  const changes = createChanges({
    db,
    clock,
    newId,
    analyst: () => analyst,
    onCommit({ items, analysts }) {
      if (items.length > 0) emit(changedEvent(db, items));
      // People are no part of a change; their names stand beside what they did.
      if (analysts.length > 0) {
        emit({ type: 'changed', kinds: ['analyst'], ids: analysts, sourceIds: [] });
      }
    },
  });
  const sighted = createSightedDb(db, options.projectPath, () => analyst.id);
  const seen = (): ReadDb => sighted.current() ?? db;
  const context: ServiceContext = { db, seen, changes, clock, newId, analyst: () => analyst, emit };
  const parser = createParser({
    ...(options.importWorker?.script ? { workerPath: options.importWorker.script } : {}),
    ...(options.importWorker?.execPath ? { execPath: options.importWorker.execPath } : {}),
  });
  const jobs = createImportJobs(context, db, parser, report);

  const project = (): OpenProject => ({
    ...projectRow(db),
    path: options.projectPath,
    readOnly: file.readOnlyReason !== null,
    readOnlyReason: file.readOnlyReason,
  });

  const projectHandlers: Handlers<ProjectApi> = {
    info: project,
    rename({ name }) {
      db.transaction(() => renameProject(db, name));
      emit({ type: 'project' });
      return project();
    },
    analysts: () => allAnalysts(db),
    verify: () => verifyProject(db, seen()),
    backup: async ({ path }) => ({
      path: await backUp(
        db,
        path ?? backupFolder(db.path),
        nowIso(context),
        (copy) => verifyProject(copy).failures,
      ),
    }),
  };

  const handlersOn = (services: ServiceContext): ProjectHandlers => ({
    project: projectHandlers,
    sources: createSources(services, db, jobs),
    versions: createVersions(services),
    highlights: createHighlights(services),
    claims: createClaims(services),
    events: createEvents(services),
    attributions: createAttributions(services),
    actors: createActors(services),
    grades: createGrades(services),
    tags: createTags(services),
    summaries: createSummaries(services),
    search: createSearch(services),
    agreement: createAgreement(services),
    adjudications: createAdjudications(services),
    merges: createMerges(services, db, options.migrationsDirectory),
    reviews: createReviews(services),
    exchange: createExchange(services),
    history: createHistory(services),
  });
  const handlers = handlersOn(context);
  let reading: ProjectHandlers | null = null;
  const send = createRouter({
    tables: projectTable,
    handlers,
    // Where something is blind for the analyst at work, whatever only reads reads a project without it.
    blindfold: () => {
      const without = sighted.current();
      if (without === null) return null;
      reading ??= handlersOn({ ...context, db: without });
      return { reading, isHidden: (id) => isHiddenId(without, id) };
    },
    readOnlyReason: () => file.readOnlyReason,
    report,
  });

  return {
    send,
    api: createClient(send),
    context,
    imports: jobs,
    get project() {
      return project();
    },
    setAnalyst: (next) => {
      analyst = next;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await jobs.close();
      parser.close();
      listeners.clear();
      sighted.close();
      file.close();
    },
  };
}
