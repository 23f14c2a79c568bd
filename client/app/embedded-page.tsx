import { EmbeddedDebate } from "../debates/embedded-debate.tsx";
import { EmbeddedParts } from "../embedding/embedded-parts.tsx";

/** What other sites show of a debate inside their pages. */
export function EmbeddedPage() {
  return (
    <EmbeddedDebate>
      <EmbeddedParts />
    </EmbeddedDebate>
  );
}
