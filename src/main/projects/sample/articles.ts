import type { SourceMetadata } from '../../../shared/domain/sources/source.ts';

/** An article of the sample project. Town, people and events are made up. */
export interface SampleArticle {
  readonly file: string;
  readonly bytes: string;
  readonly metadata: Partial<SourceMetadata>;
}

const courier = `Ammonia leak closes Osterhaven cold store

Advertisement

OSTERHAVEN — About 400 kilograms of ammonia escaped from the cold store at Pier 7 early on Tuesday, and 31 people were treated for sore eyes and coughs, the Port Authority said. Nobody was kept in hospital overnight.

“The valve that failed was inspected in January and found sound,” harbour master Ingrid Solheim told reporters. “We will publish the inspection report in full.”

Solheim, citing the fire service, said the cloud had drifted out to sea within two hours. The Port Authority called the response “exemplary”.

But dock workers tell another story. “More than a tonne came out, and the alarm was silent for twenty minutes,” said a shift leader who asked not to be named. The dockers’ union demanded an independent inquiry.

The cold store could reopen within ten days, according to the authority’s statement.

A fire at Pier 4 in 2024 sent 29 people to hospital; an inquiry later blamed faulty wiring.

Cleaning crews at Pier 7 on Tuesday. (Photo: Osterhaven Courier)

Read: Ten years of the new fish market

Read: Ferry timetable changes in April

By Marta Lindqvist (m.lindqvist@courier.example)

MOST POPULAR
LATEST NEWS
scroll to top
`;

const wire = `(Northern Wire) -- The cold store at Osterhaven’s Pier 7 released “some 400 kg” of ammonia on Tuesday before a worker closed the line by hand, the Port Authority said in a statement.

Thirty-one people were treated at the scene and none were admitted, according to the statement, which called the response “exemplary and swift”.

The union of dock workers disputes the amount. Its spokesman Tomas Berg said in an interview with Northern Wire that “well over one tonne” had been lost and that sirens sounded only at 5.40 a.m., twenty minutes after the first call.

The fire service confirmed a first emergency call at 5.20 a.m. It declined to comment on the sirens.

An engineer familiar with the plant said a worn valve was the likely cause. The temperature in the hall had stood at
-25 °C.

(Updates with comment from the union in third paragraph.)

©2026 Northern Wire
`;

const ledger = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Osterhaven gas leak: union and port at odds | The Capital Ledger</title>
<meta property="og:title" content="Osterhaven gas leak: union and port at odds">
<meta property="og:site_name" content="The Capital Ledger">
<meta name="author" content="Piet Aldringham">
<meta property="article:published_time" content="2026-03-04T07:30:00Z">
<link rel="canonical" href="https://ledger.example/osterhaven-gas-leak">
</head>
<body>
<header><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/subscribe">Subscribe</a></nav></header>
<main>
<article>
<h1>Osterhaven gas leak: union and port at odds</h1>
<p>Less than half a tonne of ammonia may have escaped from a cold store in the port of Osterhaven, the Port Authority suggested on Tuesday, but the dockers’ union puts the figure at more than twice that.</p>
<blockquote><p>“It is simply untrue that the alarm was late,” the authority’s director, Henrik Vass, told the Ledger.</p></blockquote>
<p>The authority’s statement described its own response as “exemplary and swift”. Environmental inspectors said it was too early to say what had failed.</p>
<h2>What happens next</h2>
<ul>
<li>Inspectors will open the valve on Friday.</li>
<li>The cold store stays closed until they have reported.</li>
</ul>
<table>
<tr><th>Year</th><th>Incidents at the port</th></tr>
<tr><td>2024</td><td>1</td></tr>
<tr><td>2026</td><td>1</td></tr>
</table>
<figure><figcaption>Pier 7 seen from the ferry.</figcaption></figure>
</article>
</main>
<footer><p>© 2026 The Capital Ledger. All rights reserved.</p></footer>
</body>
</html>
`;

const voices = `Voices from the quay

“I smelled it before I heard anything 😷,” writes a fishmonger, Lena 👩‍🔧, on the harbour’s message board. “=HELP, someone wrote on the wall.”

قال متحدث باسم نقابة البحارة إن صفارات الإنذار لم تعمل في الوقت المناسب.

항만 직원은 밸브가 낡았다고 말했다.

Pier 7 was quiet again by noon. The naïve visitor would not know that anything had happened.
`;

/** The articles in the order of their import. */
export const sampleArticles: readonly SampleArticle[] = [
  {
    file: 'courier-ammonia-leak.txt',
    bytes: courier,
    metadata: {
      outlet: 'The Osterhaven Courier',
      byline: 'Marta Lindqvist',
      published: '2026-03-03',
      accessed: '2026-03-05',
      url: 'https://courier.example/ammonia-leak',
      language: 'en',
    },
  },
  {
    file: 'northern-wire-ammonia.txt',
    bytes: wire,
    metadata: {
      title: 'Port says 400 kg of ammonia escaped; union says more',
      outlet: 'Northern Wire',
      published: '2026-03-03',
      updated: '2026-03-04',
      accessed: '2026-03-05',
      language: 'en',
    },
  },
  {
    file: 'capital-ledger-gas-leak.html',
    bytes: ledger,
    metadata: { accessed: '2026-03-05' },
  },
  {
    file: 'voices-from-the-quay.txt',
    bytes: voices,
    metadata: {
      title: 'Voices from the quay',
      outlet: 'Osterhaven message board',
      published: '2026-03',
      accessed: '2026-03-05',
      language: 'en',
    },
  },
];
