export { TryStatement, UnsentAnswers } from "./trial/lazy.tsx";
