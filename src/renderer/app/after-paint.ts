/**
 * A listener that is called once after the next frame was painted, however often it is told until then. For what
 * stands beside the text: what a key did in the text is seen first, in the very next frame.
 */
export function afterPaint(listener: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      setTimeout(() => {
        waiting = false;
        listener();
      });
    });
  };
}
