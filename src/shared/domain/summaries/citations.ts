import type { CitationTarget, RichTextNode } from './summary.ts';

/** The target of a citation node; null for any other node and for a citation that points nowhere. */
export function citationTarget(node: RichTextNode): CitationTarget | null {
  if (node.type !== 'citation') return null;
  const { targetKind, targetId } = node.attrs ?? {};
  if ((targetKind !== 'claim' && targetKind !== 'highlight') || typeof targetId !== 'string') {
    return null;
  }
  return { targetKind, targetId };
}

/** Every citation of a document in order, repeated ones each time. */
export function citationsIn(node: RichTextNode): CitationTarget[] {
  const own = citationTarget(node);
  return [...(own === null ? [] : [own]), ...(node.content ?? []).flatMap(citationsIn)];
}

/** The same document with every citation of one target pointing to another. */
export function redirectCitations(
  node: RichTextNode,
  fromTargetId: string,
  toTargetId: string,
): RichTextNode {
  const content = node.content?.map((child) => redirectCitations(child, fromTargetId, toTargetId));
  const attrs =
    citationTarget(node)?.targetId === fromTargetId
      ? { ...node.attrs, targetId: toTargetId }
      : node.attrs;
  return { ...node, ...(attrs ? { attrs } : {}), ...(content ? { content } : {}) };
}
