import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Commitment, PartAddition, ProgressUpdate } from "#shared/contract/commitments.ts";
import type { Community } from "#shared/contract/communities.ts";
import { ReportDispute } from "../disputes/public.ts";
import { useNameOf } from "../ui/person-name.ts";
import { Time } from "../ui/time.tsx";
import { usePercent } from "./use-percent.ts";

interface StoryProps {
  community: Community;
  commitment: Commitment;
}

function Report({ community, commitment, update }: StoryProps & { update: ProgressUpdate }) {
  const nameOf = useNameOf();
  const percent = usePercent();
  return (
    <li id={update.id} className="border-s-2 border-line-strong ps-4">
      <p className="text-sm text-muted">
        <strong className="text-ink">{percent(update.percent)}</strong>{" "}
        <bdi>{nameOf(update.by)}</bdi> <Time value={update.at} />
      </p>
      <p dir="auto" className="whitespace-pre-line">
        {update.words}
      </p>
      <a href={update.evidence.url} className="link" rel="noopener nofollow ugc">
        <bdi>{update.evidence.title}</bdi>
      </a>
      <ReportDispute community={community} commitment={commitment} report={update} />
    </li>
  );
}

function Addition({ slug, addition }: { slug: string; addition: PartAddition }) {
  const { t } = useTranslation("commitments");
  const nameOf = useNameOf();
  const percent = usePercent();
  const { part, by, at, before, since } = addition;
  return (
    <li className="border-s-2 border-line-strong ps-4">
      <p className="text-sm text-muted">
        <strong className="text-ink">{percent(since)}</strong> <bdi>{nameOf(by)}</bdi>{" "}
        <Time value={at} />
      </p>
      <p>
        {t("addPart.added")}{" "}
        <Link
          to="/c/$slug/commitments/$commitmentId"
          params={{ slug, commitmentId: part.id }}
          className="link"
        >
          <bdi>{part.title}</bdi>
        </Link>
      </p>
      <p>{t("addPart.since", { since: percent(since), before: percent(before) })}</p>
    </li>
  );
}

type Happened = ProgressUpdate | PartAddition;

const theNewestFirst = (a: Happened, b: Happened) => Date.parse(b.at) - Date.parse(a.at);

/** What was reported, and what was added later, the newest first. */
export function Story({ community, commitment }: StoryProps) {
  const { t } = useTranslation("commitments");
  const { updates, additions } = commitment;
  const all: Happened[] = [...updates, ...additions].toSorted(theNewestFirst);
  return (
    <section id="reports" aria-labelledby="reports-title" className="space-y-4">
      <h2 id="reports-title" className="text-2xl">
        {t("reports")}
      </h2>
      {all.length === 0 && <p className="text-muted">{t("noReports")}</p>}
      <ol className="space-y-4">
        {all.map((one) =>
          "part" in one ? (
            <Addition key={one.part.id} slug={community.slug} addition={one} />
          ) : (
            <Report key={one.id} community={community} commitment={commitment} update={one} />
          ),
        )}
      </ol>
    </section>
  );
}
