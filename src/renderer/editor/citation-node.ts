import { Node } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import type { CitationTarget } from '../../shared/domain/summaries/summary.ts';
import { labelOf, type CitationLabels } from './citation-labels.ts';

/** The name of the node; the core finds citations in a stored text by it. */
export const citationName = 'citation';

/** What a citation node points to. */
export function targetOf(node: TextNode): CitationTarget {
  return {
    targetKind: node.attrs.targetKind as CitationTarget['targetKind'],
    targetId: node.attrs.targetId as string,
  };
}

/** Every citation of a text, in order, repeated ones each time. */
export function targetsIn(doc: TextNode): CitationTarget[] {
  const found: CitationTarget[] = [];
  doc.descendants((node) => {
    if (node.type.name === citationName) found.push(targetOf(node));
  });
  return found;
}

/** The inline node that cites a claim or a mark. Copied as text it is its number; copied as HTML it comes back whole. */
export function createCitationNode(labels: CitationLabels): Node {
  return Node.create({
    name: citationName,
    group: 'inline',
    inline: true,
    atom: true,
    selectable: true,
    draggable: true,
    marks: '',
    addAttributes: () => ({
      targetKind: { default: 'claim', rendered: false },
      targetId: { default: '', rendered: false },
    }),
    parseHTML: () => [{ tag: 'span[data-citation]', getAttrs: readTarget }],
    renderHTML: ({ node }) => {
      const target = targetOf(node);
      return [
        'span',
        { 'data-citation': `${target.targetKind}/${target.targetId}` },
        labelOf(labels, target).text,
      ];
    },
    renderText: ({ node }) => labelOf(labels, targetOf(node)).text,
    addNodeView: () => (props) =>
      createCitationView(props.node, labels, props.editor.options.editable),
  });
}

/** What an element of a citation points to; false where it is none. */
export function readTarget(element: HTMLElement): CitationTarget | false {
  const [targetKind, targetId] = (element.dataset.citation ?? '').split('/');
  if (targetKind !== 'claim' && targetKind !== 'highlight') return false;
  return targetId ? { targetKind, targetId } : false;
}

/** Draws one citation and keeps its number and its words up to date. */
function createCitationView(first: TextNode, labels: CitationLabels, editable: boolean): NodeView {
  let node = first;
  const dom = document.createElement('span');
  dom.setAttribute('role', 'link');
  // Where there is no caret to come to it, Tab does.
  if (!editable) dom.tabIndex = 0;

  function draw(): void {
    const target = targetOf(node);
    const { text, description, state } = labelOf(labels, target);
    dom.className = `citation citation-${state}`;
    dom.dataset.citation = `${target.targetKind}/${target.targetId}`;
    dom.setAttribute('aria-label', description);
    if (dom.textContent !== text) dom.textContent = text;
  }
  draw();
  const unsubscribe = labels.subscribe(draw);

  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      draw();
      return true;
    },
    ignoreMutation: () => true,
    destroy: unsubscribe,
  };
}
