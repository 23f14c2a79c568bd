import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type DebateIds, debateQuery } from "./queries.ts";

interface DebateLinkProps extends DebateIds {
  slug: string;
  /** What stands there until the question is known, and where it can't be read. */
  fallback: string;
}

/** A way to a debate, by its question. */
export function DebateLink({ slug, fallback, ...ids }: DebateLinkProps) {
  const { data: debate } = useQuery({ ...debateQuery(ids), throwOnError: false });
  return (
    <Link to="/c/$slug/d/$debateId" params={{ slug, debateId: ids.debateId }} className="link">
      {debate ? <bdi>{debate.question}</bdi> : fallback}
    </Link>
  );
}
