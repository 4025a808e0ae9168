import { adjudicationsMethods, type AdjudicationsApi } from './adjudications.ts';
import { actorsMethods, type ActorsApi } from './attributions.ts';
import { agreementMethods, type AgreementApi } from './agreement.ts';
import { attributionsMethods, type AttributionsApi } from './attributions.ts';
import { gradesMethods, type GradesApi } from './attributions.ts';
import { claimsMethods, type ClaimsApi } from './claims.ts';
import { eventsMethods, type EventsApi } from './claims.ts';
import { exchangeMethods, type ExchangeApi } from './exchange.ts';
import { highlightsMethods, type HighlightsApi } from './highlights.ts';
import { historyMethods, type HistoryApi } from './history.ts';
import { mergesMethods, type MergesApi } from './merges.ts';
import { projectMethods, type ProjectApi } from './projects.ts';
import { projectsMethods, type ProjectsApi } from './projects.ts';
import { reviewsMethods, type ReviewsApi } from './reviews.ts';
import { searchMethods, type SearchApi } from './search.ts';
import { sourcesMethods, type SourcesApi } from './sources.ts';
import { summariesMethods, type SummariesApi } from './summaries.ts';
import { tagsMethods, type TagsApi } from './tags.ts';
import { versionsMethods, type VersionsApi } from './versions.ts';
import { windowMethods, type WindowApi } from './window.ts';

/** What works on the open project; `createApp` gives exactly this. */
export interface ProjectScopedApi {
  readonly project: ProjectApi;
  readonly sources: SourcesApi;
  readonly versions: VersionsApi;
  readonly highlights: HighlightsApi;
  readonly claims: ClaimsApi;
  readonly events: EventsApi;
  readonly attributions: AttributionsApi;
  readonly actors: ActorsApi;
  readonly grades: GradesApi;
  readonly tags: TagsApi;
  readonly summaries: SummariesApi;
  readonly search: SearchApi;
  readonly agreement: AgreementApi;
  readonly adjudications: AdjudicationsApi;
  readonly merges: MergesApi;
  readonly reviews: ReviewsApi;
  readonly exchange: ExchangeApi;
  readonly history: HistoryApi;
}

/** Everything a window can ask for. */
export interface Api extends ProjectScopedApi {
  readonly projects: ProjectsApi;
  readonly window: WindowApi;
}

/** The tables of the project's domains. */
export const projectTable = {
  project: projectMethods,
  sources: sourcesMethods,
  versions: versionsMethods,
  highlights: highlightsMethods,
  claims: claimsMethods,
  events: eventsMethods,
  attributions: attributionsMethods,
  actors: actorsMethods,
  grades: gradesMethods,
  tags: tagsMethods,
  summaries: summariesMethods,
  search: searchMethods,
  agreement: agreementMethods,
  adjudications: adjudicationsMethods,
  merges: mergesMethods,
  reviews: reviewsMethods,
  exchange: exchangeMethods,
  history: historyMethods,
} as const;

/** Every method there is, by domain. */
export const apiTable = {
  ...projectTable,
  projects: projectsMethods,
  window: windowMethods,
} as const satisfies Record<keyof Api, object>;
