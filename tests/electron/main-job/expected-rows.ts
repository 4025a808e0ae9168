import { wordsIn, type Article } from './articles.ts';

/** What the analyst says of a source in its details. */
export interface SourceSays {
  readonly title: string;
  readonly outlet: string;
  readonly byline?: string;
  readonly published?: string;
  readonly url?: string;
  readonly reliability?: readonly [grade: string, reason: string];
}

/** What the analyst says of a claim. */
export interface ClaimSays {
  readonly statement: string;
  readonly kind?: string;
  readonly status?: string;
  readonly event?: readonly [name: string, date: string];
  readonly stated?: string;
  readonly credibility?: string;
  readonly originCount: number;
}

/** A mention that the analyst made: where it stands, and every word that was said of it. */
export interface Mention {
  readonly article: Article;
  readonly source: SourceSays;
  readonly claim: ClaimSays;
  readonly pattern: RegExp;
  readonly tags?: string;
  readonly stance?: string;
  readonly speaker: string;
  readonly role?: string;
  readonly form: string;
  readonly cue: string;
  readonly via?: string;
  readonly attribution: string;
  readonly origin?: string;
  readonly credibility?: readonly [grade: string, reason: string];
}

/** The cells of the row of a mention that can be told beforehand: all but ids, the analyst and the time. */
export function expectedCells(mention: Mention): Readonly<Record<string, string>> {
  const { article, source, claim } = mention;
  const { quote, start, end } = wordsIn(article, mention.pattern);
  return {
    statement: claim.statement,
    kind: claim.kind ?? 'fact',
    status: claim.status ?? 'unverified',
    event: claim.event?.[0] ?? '',
    event_date: claim.event?.[1] ?? '',
    stated_date: claim.stated ?? '',
    tags: mention.tags ?? '',
    quote,
    stance: mention.stance ?? 'asserts',
    source_title: source.title,
    outlet: source.outlet,
    byline: source.byline ?? '',
    published: source.published ?? '',
    url: source.url ?? '',
    speaker: mention.speaker,
    speaker_role: mention.role ?? '',
    form: mention.form,
    cue: mention.cue,
    via: mention.via ?? '',
    attribution: mention.attribution,
    origin: mention.origin ?? '',
    origin_count: String(claim.originCount),
    contradicted_by: '',
    reliability: source.reliability?.[0] ?? '',
    reliability_reason: source.reliability?.[1] ?? '',
    credibility: mention.credibility?.[0] ?? '',
    credibility_reason: mention.credibility?.[1] ?? '',
    claim_credibility: claim.credibility ?? '',
    handling: '',
    note: '',
    verdict: '',
    verdict_by: '',
    verdict_reason: '',
    spans: `${start}-${end}`,
    start: String(start),
    end: String(end),
    before: article.text.slice(Math.max(0, start - 60), start),
    after: article.text.slice(end, end + 60),
    text_sha256: article.sha256,
  };
}
