import type { Claim } from '../claims/claim.ts';
import type { RichTextNode } from './summary.ts';

/** A first draft of a summary: one paragraph a claim, its statement with a citation of it; grouped under their events. */
export function summaryFromClaims(
  claims: readonly (Pick<Claim, 'id' | 'statement'> & { readonly eventName: string | null })[],
): RichTextNode {
  const groups = new Map<string | null, RichTextNode[]>();
  for (const claim of claims) {
    const paragraph: RichTextNode = {
      type: 'paragraph',
      content: [
        { type: 'text', text: `${claim.statement} ` },
        { type: 'citation', attrs: { targetKind: 'claim', targetId: claim.id } },
      ],
    };
    groups.set(claim.eventName, [...(groups.get(claim.eventName) ?? []), paragraph]);
  }
  const content = [...groups].flatMap(([eventName, paragraphs]) => [
    ...(eventName === null
      ? []
      : [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: eventName }] }]),
    ...paragraphs,
  ]);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}
