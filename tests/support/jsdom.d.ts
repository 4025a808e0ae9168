/** What the tests use of jsdom, which comes without types. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options?: { url?: string; virtualConsole?: VirtualConsole });
    readonly window: Window & { readonly document: Document; close(): void };
  }
}
