/** Requests of the server, only to a client that says `readsFiles`. */
export const readFileMethod = 'inspectionResponse/readFile';
export const listFolderMethod = 'inspectionResponse/listFolder';
export const fileExistsMethod = 'inspectionResponse/fileExists';
export interface FileParams {
  readonly uri: string;
}
/** Text of the file, or null where it cannot be read as text. */
export type ReadFileResult = string | null;
/** URIs of the files and folders of a folder, those of folders with a slash at the end; null where it cannot be read. */
export type ListFolderResult = readonly string[] | null;
/** Null where that cannot be known. */
export type FileExistsResult = boolean | null;
