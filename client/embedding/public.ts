export { EmbeddingDialog } from "./embedding-dialog.tsx";
