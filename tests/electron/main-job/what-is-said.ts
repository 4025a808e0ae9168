import { readArticle } from './articles.ts';
import type { ClaimSays, Mention, SourceSays } from './expected-rows.ts';

// What an analyst makes of the five articles. Each mention names its words by a pattern of a few of them.

/** The sources with the words of their details; those without a printed title get one of the analyst's. */
export function sourcesSaid() {
  const firstLine = (number: '001' | '002'): string =>
    readArticle(number).text.split('\n')[0]?.trim() ?? '';
  return {
    morning: {
      article: readArticle('000'),
      says: {
        title: 'Envoys speak by video, as the morning paper has it',
        outlet: 'South China Morning Post',
        published: '2023-10-31',
        url: 'https://morning.example/envoys',
        reliability: ['B', 'Names its sources and quotes at length.'],
      },
    },
    digest: {
      article: readArticle('001'),
      says: { title: firstLine('001'), outlet: 'Digest of the Day' },
    },
    agency: {
      article: readArticle('002'),
      says: { title: firstLine('002'), outlet: 'Bloomberg', published: '2023-10?' },
    },
    rewrite: {
      article: readArticle('003'),
      says: {
        title: 'A second call, four months later',
        outlet: 'Hindustan Times',
        reliability: ['D', 'Put through a paraphrasing machine.'],
      },
    },
    herald: {
      article: readArticle('004'),
      says: {
        title: /^China says .*$/m.exec(readArticle('004').text)?.[0] ?? '',
        outlet: 'The Korea Herald',
        byline: 'Choi Si-young',
      },
    },
  } as const satisfies Record<
    string,
    { readonly article: ReturnType<typeof readArticle>; readonly says: SourceSays }
  >;
}

export const claimsSaid = {
  transfers: {
    statement: 'North Korea’s arms transfers to Russia break resolutions that Russia supported.',
    status: 'disputed',
    event: ['Video call of Sung Kim and Liu Xiaoming', '2023-10-30'],
    stated: '2023-10-30',
    credibility: '3',
    originCount: 1,
  },
  parties: {
    statement: 'All parties should address each other’s concerns.',
    kind: 'demand',
    originCount: 0,
  },
  cooperation: {
    statement: 'The military cooperation of Russia and North Korea violates resolutions.',
    event: ['Video call of Jung Pak and Liu Xiaoming', '2024-02'],
    originCount: 1,
  },
  neighbours: {
    statement: 'China and North Korea deepen their ties.',
    originCount: 0,
  },
  supplies: {
    statement: 'North Korea has supplied Russia with arms.',
    originCount: 0,
  },
} as const satisfies Record<string, ClaimSays>;

/** Why the claim and one of its mentions are graded as they are. */
export const reasons = {
  claim: 'Three outlets, one readout.',
  mention: 'The readout itself is quoted.',
} as const;

/** The readout that three articles go back to, and the press release of the later call. */
export const origins = {
  readout: 'readout: Readout of the call, US State Department, 2023-10-30',
  release: 'statement: Release on the second call, US State Department, 2024-02',
} as const;

/** Every mention, by a name. */
export function mentionsSaid() {
  const { morning, digest, agency, rewrite, herald } = sourcesSaid();
  const { transfers, parties, cooperation, neighbours, supplies } = claimsSaid;
  const kim = { speaker: 'Sung Kim', role: 'US envoy', via: 'US State Department' } as const;
  const viaReadout = `US State Department, "said", paraphrased [${origins.readout}]`;
  const wang = { speaker: 'Wang Wenbin', role: 'spokesman', cue: 'said' } as const;
  return {
    quoted: {
      ...kim,
      article: morning.article,
      source: morning.says,
      claim: transfers,
      pattern: /“(\[Sung Kim\] noted [^”]+),”/,
      tags: 'arms/transfers',
      form: 'quoted',
      cue: 'noted',
      attribution: `Sung Kim (US envoy), "noted", quoted → ${viaReadout}`,
      origin: origins.readout,
      credibility: ['2', reasons.mention],
    },
    cut: {
      ...kim,
      article: agency.article,
      source: agency.says,
      claim: transfers,
      pattern: /“(threaten to undermine [^”]+)\.”/,
      tags: 'arms/transfers',
      form: 'partly-quoted',
      cue: 'added',
      attribution: `Sung Kim (US envoy), "added", partly-quoted → ${viaReadout}`,
      origin: origins.readout,
    },
    retold: {
      ...kim,
      article: digest.article,
      source: digest.says,
      claim: transfers,
      pattern: /Kim emphasized that (these arms transfers [^.]+)\./,
      tags: 'arms/transfers',
      form: 'paraphrased',
      cue: 'emphasized',
      attribution: `Sung Kim (US envoy), "emphasized", paraphrased → ${viaReadout}`,
      origin: origins.readout,
    },
    demanded: {
      ...wang,
      article: morning.article,
      source: morning.says,
      claim: parties,
      pattern: /“All parties should face up [^”]+”/,
      tags: 'diplomacy/dialogue',
      form: 'quoted',
      attribution: 'Wang Wenbin (spokesman), "said", quoted',
    },
    translated: {
      ...wang,
      article: agency.article,
      source: agency.says,
      claim: parties,
      pattern: /All parties should address [^”]+(?=”)/,
      form: 'quoted | translated',
      attribution: 'Wang Wenbin (spokesman), "said", quoted and translated',
    },
    later: {
      article: rewrite.article,
      source: rewrite.says,
      claim: cooperation,
      pattern: /“(in violation of numerous [^”]+)\.”/,
      tags: 'arms/cooperation',
      speaker: 'US State Department',
      form: 'partly-quoted',
      cue: 'mentioned',
      attribution: `US State Department, "mentioned", partly-quoted [${origins.release}]`,
      origin: origins.release,
    },
    neighbours: {
      article: herald.article,
      source: herald.says,
      claim: neighbours,
      pattern: /“(China and North Korea are neighbors [^”]+),”/,
      tags: 'diplomacy/dialogue',
      speaker: 'Mao Ning',
      role: 'spokesperson',
      form: 'quoted',
      cue: 'added',
      attribution: 'Mao Ning (spokesperson), "added", quoted',
    },
    denied: {
      article: agency.article,
      source: agency.says,
      claim: supplies,
      pattern: /^Russia and North Korea have denied [^.]+(?=\.)/,
      stance: 'denies',
      speaker: 'Russia and North Korea',
      form: 'paraphrased',
      cue: 'denied',
      attribution: 'Russia and North Korea, "denied", paraphrased',
    },
  } as const satisfies Record<string, Mention>;
}
