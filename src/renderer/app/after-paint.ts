const told = new Set<() => void>();

/**
 * A listener that is called once after the next frame was painted, however often it is told until then. For what
 * stands beside the text: what a key did in the text is seen first, in the very next frame.
 */
export function afterPaint(listener: () => void): () => void {
  return () => {
    if (told.size === 0) requestAnimationFrame(() => setTimeout(tellAll));
    told.add(listener);
  };
}

/** All in one task, so that what they lead to is drawn once. */
function tellAll(): void {
  const listeners = [...told];
  told.clear();
  for (const listener of listeners) listener();
}
