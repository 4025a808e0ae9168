/** What of a merge comes in without being shown, one sentence for each analyst whose layer it is. */
export function unseenLines({
  unseen,
}: {
  readonly unseen: readonly { readonly analyst: string | null; readonly items: number }[];
}): string[] {
  return unseen.map(({ analyst, items }) => {
    const what = `${items.toLocaleString('en-GB')} ${items === 1 ? 'item' : 'items'}`;
    return `${what} of ${analyst ?? 'others'} on blind sources ${items === 1 ? 'comes' : 'come'} in unseen`;
  });
}
