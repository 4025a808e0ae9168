import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

/** What is used of pdf.js; its own types describe a browser. */
export interface PdfJs {
  readonly getDocument: (options: Readonly<Record<string, unknown>>) => {
    readonly promise: Promise<PdfDocument>;
    readonly destroy: () => Promise<void>;
  };
}

/** An opened PDF document. */
export interface PdfDocument {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfPageProxy>;
  readonly getMetadata: () => Promise<{
    readonly info: Readonly<Record<string, unknown>>;
    readonly metadata: { readonly get: (name: string) => unknown } | null;
  }>;
}

/** A page of a PDF document. */
export interface PdfPageProxy {
  readonly getViewport: (options: { readonly scale: number }) => {
    readonly transform: readonly number[];
    readonly width: number;
    readonly height: number;
  };
  readonly getTextContent: () => Promise<{
    readonly items: readonly object[];
    readonly styles: Readonly<Record<string, { readonly vertical?: boolean } | undefined>>;
  }>;
  readonly getAnnotations: () => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly getOperatorList: () => Promise<{ readonly fnArray: readonly number[] }>;
  readonly cleanup: () => void;
}

let loading: Promise<PdfJs> | null = null;

/** Loads pdf.js, once. Without it the process that reads files starts four times as fast. */
export async function loadPdfJs(): Promise<PdfJs> {
  loading ??= importQuietly();
  return await loading;
}

/** The folder of the tables that map Chinese, Japanese and Korean codes to characters. */
export function characterMapFolder(): string {
  const library = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  return join(dirname(library), 'cmaps') + sep;
}

/** What pdf.js takes the drawing library by, and warns through. */
interface Surroundings {
  getBuiltinModule: unknown;
}

async function importQuietly(): Promise<PdfJs> {
  const surroundings = process as unknown as Surroundings;
  const { getBuiltinModule } = surroundings;
  const { warn } = console;
  // Nothing is drawn here: the native drawing library, if it is there, is not loaded into this process.
  surroundings.getBuiltinModule = undefined;
  console.warn = () => undefined;
  try {
    return (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfJs;
  } finally {
    surroundings.getBuiltinModule = getBuiltinModule;
    console.warn = warn;
  }
}
