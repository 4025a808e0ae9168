import { codeOf, importsOf, isProjectFile, type SourceFile } from './source-file.ts';

const maximumLines = 400;
const isCode = (path: string): boolean => /^(?:src|tests|scripts)\/.*\.(?:ts|tsx|mjs)$/.test(path);
const isConfiguration = (path: string): boolean => /^[\w.]+\.config\.ts$/.test(path);

/** What a file breaks of the project's habits, one sentence each; imports are `layerProblems`. */
export function sourceProblems(file: SourceFile): readonly string[] {
  return rules.flatMap((rule) => rule(file)).map((problem) => `${file.path} ${problem}`);
}

type Rule = (file: SourceFile) => readonly string[];

const rules: readonly Rule[] = [
  lengthProblems,
  nameProblems,
  exportProblems,
  classProblems,
  importEndingProblems,
  purityProblems,
  sqlProblems,
  windowTestProblems,
  machineProblems,
];

function lengthProblems({ path, text }: SourceFile): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  return isCode(path) && lines > maximumLines ? [`has ${lines} lines`] : [];
}

const indexEntries = ['src/main/index.ts', 'src/preload/index.ts'];

function nameProblems({ path, text }: SourceFile): readonly string[] {
  if (!isCode(path)) return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = name.replace(/(?:\.(?:test|spec|bench|d))?\.(?:ts|tsx|mjs)$/, '');
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(stem);
  const pascal = /^[A-Z][A-Za-z0-9]*$/.test(stem);
  // A file is named after its main export: a component, or a function that draws one.
  const hasComponent = /^export (?:function|const) [A-Z][a-z]/m.test(text);
  return [
    ...(/^(?:utils?|helpers?|common|misc|shared)$/.test(stem)
      ? ['has a name that says nothing']
      : []),
    ...(stem === 'index' && !indexEntries.includes(path) ? ['is a barrel'] : []),
    ...((
      name.endsWith('.tsx') && hasComponent ? pascal : kebab || (name.endsWith('.tsx') && pascal)
    )
      ? []
      : ['is not named by the habit']),
  ];
}

function exportProblems(file: SourceFile): readonly string[] {
  if (!isCode(file.path) || isConfiguration(file.path)) return [];
  const code = codeOf(file);
  return [
    ...(/^export default\b/m.test(code) ? ['has a default export'] : []),
    ...(/^export \*|^export \{[^}]*\} from\b/m.test(code)
      ? ['exports what is another file’s']
      : []),
  ];
}

function classProblems(file: SourceFile): readonly string[] {
  if (!isCode(file.path) || file.path.startsWith('tests/')) return [];
  return [...codeOf(file).matchAll(/^(?:export )?(?:abstract )?class (\w+)([^{]*)/gm)]
    .filter((match) => !/extends \w*Error\b|implements NodeView\b/.test(match[2] ?? ''))
    .map((match) => `has the class ${match[1]}, which is no error and no node view`);
}

function importEndingProblems(file: SourceFile): readonly string[] {
  if (!isCode(file.path)) return [];
  return importsOf(file)
    .filter((name) => isProjectFile(name) && !/\.(?:tsx?|mjs|json|css|svg)(?:\?\w+)?$/.test(name))
    .map((name) => `imports ${name} without its ending`);
}

const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.|\bperformance\.|\bprocess\.|\bconsole\.|\bsetTimeout\(|\bwindow\.|\bdocument\.|\bfetch\(/;

function purityProblems(file: SourceFile): readonly string[] {
  if (!file.path.startsWith('src/shared/domain/')) return [];
  const found = impure.exec(codeOf(file));
  return found ? [`is not pure: it uses ${found[0]}`] : [];
}

const sqlSigns = [
  /\bsql`/,
  /\.prepare\(/,
  /\.exec\(\s*(?:sql\b|['"`])/,
  /\.pragma\(/,
  /['"`]\s*(?:SELECT\s|INSERT (?:OR \w+ )?INTO\s|UPDATE \w+ SET\s|DELETE FROM\s|CREATE (?:TABLE|INDEX|VIRTUAL)\s|PRAGMA\s)/,
];

function sqlProblems(file: SourceFile): readonly string[] {
  const mayHoldSql = /^src\/main\/(?:database\/|.*-store\.ts$)/.test(file.path);
  if (!file.path.startsWith('src/') || mayHoldSql) return [];
  const code = codeOf(file);
  return sqlSigns.some((sign) => sign.test(code)) ? ['holds SQL outside of a store'] : [];
}

function windowTestProblems(file: SourceFile): readonly string[] {
  if (!file.path.startsWith('tests/electron/')) return [];
  const found = /\bwaitForTimeout\b|\bgetByTestId\b/.exec(codeOf(file));
  return found ? [`uses ${found[0]}`] : [];
}

// Folders of one machine, and addresses of package registries.
const machineSigns = [
  /(?:^|[\s'"`(=:])\/(?:work|root|tmp)\/\w/m,
  /\bregistry\.(?:npmjs|yarnpkg)\.\w+/,
  /\bfile:\/\/\/(?:work|root|tmp)\b/,
];

function machineProblems({ path, text }: SourceFile): readonly string[] {
  if (path.startsWith('tests/support/') || path === 'tests/architecture.test.ts') return [];
  return machineSigns.flatMap((sign) => {
    const found = sign.exec(text);
    return found ? [`names a machine’s own path or host: ${found[0].trim()}`] : [];
  });
}
