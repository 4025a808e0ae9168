import { describe, expect, test } from 'vitest';

import {
  boilerplateRules,
  describeBoilerplateRule,
} from '../../../src/shared/domain/sources/boilerplate-rules.ts';
import { splitPlainText } from '../../../src/shared/domain/sources/plain-text-blocks.ts';

const first =
  'The ministry said on Monday that the talks had been useful and that they would go on next week.';
const second =
  'Its spokesman did not say who would take part, and he refused to be drawn on when and where.';

function rulesOf(text: string): readonly (readonly [string, string | null])[] {
  return splitPlainText(text).map(({ start, end, boilerplateRule }) => [
    text.slice(start, end),
    boilerplateRule,
  ]);
}

/** The rule of a line between two paragraphs of an article. */
function ruleOf(line: string): string | null {
  const text = `${first}\n\n${line}\n\n${second}`;
  return rulesOf(text).find(([words]) => words === line)?.[1] ?? null;
}

describe('furniture of a page', () => {
  test.each([
    ['Oops! Something went wrong. Please try again later.', 'widget-error'],
    ['Loading...', 'widget-error'],
    ['Back To Top', 'scroll-link'],
    ['↑ Return to top', 'scroll-link'],
    ['Skip to main content', 'scroll-link'],
    ['Most Read from Bloomberg', 'related-list-title'],
    ['MOST POPULAR', 'related-list-title'],
    ['Latest news', 'related-list-title'],
    ['Recommended Stories', 'related-list-title'],
    ['You may also like', 'related-list-title'],
    ['관련기사', 'related-list-title'],
    ['Read: Minister Meets Envoy in Search of a Deal', 'teaser'],
    ['ALSO READ- How the envoy sees the talks. Nothing is settled', 'teaser'],
    ['READ MORE: What the envoy wants', 'teaser'],
    ['Lire aussi : Ce que veut l’envoyé', 'teaser'],
    ['The Daily Paper – your fastest source for breaking news! Read now.', 'promotion'],
    ['Download the Daily Paper app for the latest', 'promotion'],
    ['Subscribe', 'newsletter'],
    ['Sign up for our daily newsletter', 'newsletter'],
    ['Share this article', 'sharing'],
    ['Follow us on Twitter', 'sharing'],
    ['Follow Ana Silva on Twitter @anasilva', 'sharing'],
    ['12 comments', 'comments'],
    ['Log in', 'account'],
    ['Advertisement', 'advertisement'],
    ['Story continues below advertisement', 'advertisement'],
    ['We use cookies to give you the best experience on our site.', 'cookie-notice'],
    ['©2023 Bloomberg L.P.', 'copyright'],
    ['Copyright 2024 The Daily Paper. All rights reserved.', 'copyright'],
    ['무단 전재 및 재배포 금지', 'copyright'],
    ['Source: www.example.com', 'source-link'],
    ['4 min read', 'page-label'],
    ['Filed Under:', 'page-label'],
    ['Updated 2 hours ago', 'page-label'],
    ['This video can not be played', 'widget-error'],
    ['To play this video you need to enable JavaScript in your browser.', 'widget-error'],
    ['Error: There was an error.', 'widget-error'],
    ['Related Internet Links', 'related-list-title'],
    ['More Great Paper Stories', 'related-list-title'],
    ['More from AP News', 'related-list-title'],
    ['많이 본 기사', 'related-list-title'],
    ['For more stories like this, please visit us at example.com', 'teaser'],
    ['Find more of the agency’s coverage at https://example.com/hub/asia', 'teaser'],
    ['This article originally appeared on The Daily Paper: Ministers meet', 'teaser'],
    ['The Daily Briefing newsletter gives you all the news of the day. Sign up here.', 'promotion'],
    ['You have reached your article limit', 'newsletter'],
    ['Subscribe to continue reading', 'newsletter'],
    ['S’abonner', 'newsletter'],
    ['Facebook Tweet Email Link', 'sharing'],
    ['Compartir', 'sharing'],
    ['1,204 shares', 'sharing'],
    ['댓글', 'comments'],
    ['All comments are moderated before they appear.', 'comments'],
    ['Video Ad Feedback', 'advertisement'],
    ['We value your privacy', 'cookie-notice'],
    ['This site is protected by reCAPTCHA Privacy Policy | Terms of Service', 'cookie-notice'],
    ['Acquire Licensing Rights, opens new tab', 'copyright'],
    ['The BBC is not responsible for the content of external sites.', 'copyright'],
    ['Image source, Getty Images', 'picture-credit'],
    ['Photo: Ana Silva, AP', 'picture-credit'],
    ['Ana Silva/Hindustan Times/Getty Images', 'picture-credit'],
  ])('is seen: %s', (line, rule) => {
    expect(ruleOf(line)).toBe(rule);
  });

  test.each([
    '(Updates with comment from the foreign ministry in fifth paragraph.)',
    '--With assistance from Ana Silva.',
    'Reporting by Ana Silva; editing by João Costa',
    'By Ana Silva (ana@example.com)',
    'Most read the letter as a threat.',
    'More news is expected on Friday.',
    'Read the statement in full, he said, before you answer.',
    'Read: “I will not sign,” the minister’s letter said.',
    'Google uses cookies to follow people across sites, the court found.',
    '“We use cookies to pay for journalism,” the publisher said.',
    'Share prices fell by 4 percent.',
    'Follow the money, investigators say.',
    'Subscribe to no theory, the judge told the jury.',
    'The comments drew protest.',
    'Copyright law is no help here, the court said.',
    'Source: the ministry’s own figures for 2023',
    'Facebook',
    'Sports',
    'Advertisement spending fell.',
    'Cookies were served.',
    'Related talks were held in Rome.',
    'Kim, Putin Meet for Possible Arms Deal',
    'We use cookies as gifts, the chef said.',
    'Photo: nothing to see, he joked.',
    'Trade with China | Reuters',
    'The Associated Press',
    'Associated Press writer Ana Silva in Rome contributed to this report.',
    '(Reporting by Ana Silva; Editing by João Costa)',
    'Correction: An earlier version of this article misspelled a name.',
    'SEOUL (Reuters) - The ministers met on Monday.',
    'The envoy waves to supporters in Rome, Sept. 13, 2023. (AP Photo/Ana Silva)',
    'UP NEXT',
    'What happens next',
    'Sign up began on Monday, the army said.',
    'The two sides have reached their limit, the envoy said.',
  ])('is not seen in: %s', (line) => {
    expect(ruleOf(line)).toBeNull();
  });

  test('is the items of a list of other articles, and nothing after the list', () => {
    const text = `${first}\n\nMost Read from the Paper\n\n• Minister Meets Envoy\n\n• Why Ships Are Late\n\n${second}\n\n• A point of the article`;
    expect(rulesOf(text).map(([, rule]) => rule)).toEqual([
      null,
      'related-list-title',
      'related-list',
      'related-list',
      null,
      null,
    ]);
  });

  test('is a headline printed twice between paragraphs, both times', () => {
    const line = 'Why the talks could become a burden for Rome';
    expect(rulesOf(`${first}\n${line}\n${line}\n${second}`).map(([, rule]) => rule)).toEqual([
      null,
      'related-headline',
      'related-headline',
      null,
    ]);
  });

  test('is the second print of a caption and of the title, not the first', () => {
    const caption = 'Flags of both countries (left). (123rf)';
    const title = 'Ministers meet in Geneva';
    const text = `${title}\n\n${title}\n\n${caption}\n${caption}\n\n${first}\n\n${second}`;
    expect(rulesOf(text).map(([, rule]) => rule)).toEqual([
      null,
      'repeated-title',
      null,
      'repeated-caption',
      null,
      null,
    ]);
  });

  test('is no sentence that is said twice', () => {
    const text = `${first}\nNever again.\nNever again.\n${second}`;
    expect(rulesOf(text).every(([, rule]) => rule === null)).toBe(true);
  });

  test('is a row of menu words, not one alone', () => {
    const text = `Home\nWorld\nBusiness\nLog in\n\nMinisters meet in Geneva\n\n${first}\n\nBusiness\n\n${second}`;
    expect(rulesOf(text).map(([, rule]) => rule)).toEqual([
      'page-menu',
      'page-menu',
      'page-menu',
      'account',
      null,
      null,
      null,
      null,
    ]);
  });

  test('is what follows the last furniture to the end, but no byline or note', () => {
    const tail = 'MOST POPULAR\nLATEST NEWS\nsubscribe\n소아쌤';
    expect(
      rulesOf(`${first}\n\nBy Ana Silva\n${tail}`)
        .slice(-5)
        .map(([, rule]) => rule),
    ).toEqual([null, 'related-list-title', 'related-list-title', 'newsletter', 'after-article']);
    const note = rulesOf(`${first}\n\nMost Read\n\n--With assistance from Ana Silva`);
    expect(note.at(-1)).toEqual(['--With assistance from Ana Silva', null]);
  });

  test('has a sentence for each rule, and one for a rule that is gone', () => {
    expect(new Set(boilerplateRules.map(({ id }) => id)).size).toBe(boilerplateRules.length);
    for (const { id } of boilerplateRules)
      expect(describeBoilerplateRule(id)).toMatch(/^[A-Z].*\.$/);
    expect(describeBoilerplateRule('gone')).toMatch(/\.$/);
  });
});
