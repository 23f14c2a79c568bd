export { NeedsHere } from "./needs-here.tsx";
