import { Link } from "@tanstack/react-router";
import type { Claim } from "#shared/contract/claims.ts";
import { BehindBlock } from "../../blocks/public.ts";
import { useDebate } from "../debate-context.ts";

/** A claim's words, as the way to where it stands. */
export function ClaimLink({ claim }: { claim: Claim }) {
  const { slug, debate } = useDebate();
  return (
    <BehindBlock authorId={claim.authorId} textId={claim.id}>
      <Link
        to="/c/$slug/d/$debateId/arguments"
        params={{ slug, debateId: debate.id }}
        hash={`claim-${claim.id}`}
        lang={claim.language}
        dir="auto"
        className="block font-serif no-underline hover:text-accent hover:underline"
      >
        {claim.text}
      </Link>
    </BehindBlock>
  );
}
