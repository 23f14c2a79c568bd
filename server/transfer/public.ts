export { ImportFault } from "./import-fault.ts";
export { type FolderImport, importConversation, importFolder } from "./import-folder.ts";
export { transferRoutes } from "./routes.ts";
export { zipped, type ZipFile } from "./zip.ts";
export { type Outcome, type Progress, Stopped } from "./run-import.ts";
