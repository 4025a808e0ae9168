import { importsOf, isProjectFile, packageOf, type SourceFile } from './source-file.ts';

/** Who may import whom, in the words of a failure message. */
interface LayerRule {
  /** The files it is for: a path begins so. The first rule that fits counts. */
  readonly layer: string;
  readonly projectFiles: (path: string) => boolean;
  readonly packages: (name: string) => boolean;
}

const below =
  (...folders: readonly string[]) =>
  (path: string): boolean =>
    folders.some((folder) => path.startsWith(folder));

const only =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);

const isNode = (name: string): boolean => name.startsWith('node:');
const isWindowPackage = (name: string): boolean =>
  /^(?:react|react-dom|cmdk|radix-ui|lucide-react|react-resizable-panels|@tiptap\/.*|@tanstack\/.*|@fontsource.*)$/.test(
    name,
  );

const layerRules: readonly LayerRule[] = [
  {
    layer: 'src/shared/domain/',
    projectFiles: below('src/shared/domain/'),
    packages: only('re2js'),
  },
  {
    layer: 'src/shared/contract/',
    projectFiles: below('src/shared/'),
    packages: only('zod'),
  },
  { layer: 'src/shared/', projectFiles: below('src/shared/'), packages: () => false },
  {
    layer: 'src/main/electron/',
    projectFiles: (path) => below('src/shared/', 'src/main/')(path) && !below(databaseFolder)(path),
    packages: (name) => isNode(name) || name === 'electron' || name === 'zod',
  },
  {
    // The Electron entry: it reads the profile, and starts the shell.
    layer: 'src/main/index.ts',
    projectFiles: (path) => below('src/shared/', 'src/main/')(path) && !below(databaseFolder)(path),
    packages: (name) => isNode(name) || name === 'electron',
  },
  {
    layer: 'src/main/',
    projectFiles: (path) =>
      below('src/shared/', 'src/main/')(path) && !below('src/main/electron/')(path),
    packages: (name) => name !== 'electron' && !isWindowPackage(name),
  },
  {
    layer: 'src/preload/',
    projectFiles: below('src/shared/contract/', 'src/preload/'),
    packages: only('electron'),
  },
  {
    layer: 'src/renderer/ui/',
    projectFiles: below('src/renderer/ui/'),
    packages: (name) => isWindowPackage(name) && !isEditorPackage(name),
  },
  {
    layer: 'src/renderer/',
    projectFiles: (path) =>
      below('src/shared/', 'src/renderer/')(path) || path === 'src/preload/bridge.ts',
    packages: (name) => isWindowPackage(name) || name === 'uuid',
  },
  {
    layer: 'scripts/electron-loader/',
    projectFiles: below('scripts/electron-loader/'),
    packages: (name) => isNode(name) || name === 'electron',
  },
  {
    // They run before anything is installed.
    layer: 'scripts/set-electron-fuses.mjs',
    projectFiles: () => false,
    packages: only('@electron/fuses'),
  },
  { layer: 'scripts/', projectFiles: below('scripts/'), packages: isNode },
];

const databaseFolder = 'src/main/database/';
const editorFolders = below('src/renderer/reader/', 'src/renderer/editor/');
const isEditorPackage = (name: string): boolean => name.startsWith('@tiptap/');

/** The imports of a file that its layer does not allow, one sentence each. */
export function layerProblems(file: SourceFile): readonly string[] {
  const rule = layerRules.find(({ layer }) => file.path.startsWith(layer));
  const forbidden = importsOf(file).filter((imported) => {
    if (isProjectFile(imported)) return rule !== undefined && !rule.projectFiles(imported);
    if (rule !== undefined && !rule.packages(packageOf(imported))) return true;
    if (packageOf(imported) === 'better-sqlite3' && file.path.startsWith('src/')) {
      return !file.path.startsWith(databaseFolder);
    }
    return isEditorPackage(imported) && file.path.startsWith('src/') && !editorFolders(file.path);
  });
  return forbidden.map((imported) => `${file.path} may not import ${imported}`);
}
