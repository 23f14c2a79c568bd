export { useStatements } from "./queries.ts";
