/** The one call of the package `edtf` (which has no types of its own) that Attest makes. */
declare module 'edtf' {
  export default function parse(
    text: string,
    options?: { readonly level?: 0 | 1 | 2 | 3 },
  ): unknown;
}
