/** One sentence for an error of the file system; never the system's own words or a stack. */
export function describeFileError(error: unknown): string {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'There is no such file or folder.';
    case 'EACCES':
    case 'EPERM':
      return 'The file may not be read: permission is missing.';
    case 'EISDIR':
      return 'This is a folder and not a file.';
    case 'ELOOP':
      return 'The link leads back to itself.';
    case 'EMFILE':
    case 'ENFILE':
      return 'Too many files are open; close some programs and import it again.';
    case 'EBUSY':
      return 'The file is in use by another program; close it there and import it again.';
    default:
      return `The file could not be read${code === '' ? '' : ` (${code})`}; its disk may be damaged or gone.`;
  }
}
