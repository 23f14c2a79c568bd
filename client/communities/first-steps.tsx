import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@tanstack/react-router";
import type { Community } from "#shared/contract/communities.ts";
import { Icon } from "../ui/icons.tsx";

type Step = "charter" | "invite" | "ask";

const few = 3;

/** What a young community lacks, in the order in which it helps, for those who can bring it about. */
export function firstStepsOf(community: Community): Step[] {
  const { can, me, charter, memberCount, debateCount } = community;
  const steps: Step[] = [];
  if (can.editCharter && charter.length === 0) steps.push("charter");
  if (can.invite && memberCount < few) steps.push("invite");
  if (me && debateCount === 0) steps.push("ask");
  return steps;
}

function Place({ step, slug, children }: { step: Step; slug: string; children: ReactNode }) {
  const to = {
    charter: "/c/$slug/settings",
    invite: "/c/$slug/members",
    ask: "/c/$slug/debates/new",
  } as const;
  return (
    <Link to={to[step]} params={{ slug }} className="font-medium no-underline hover:underline">
      {children}
    </Link>
  );
}

/** The next useful things to do in a young community. */
export function FirstSteps({ community }: { community: Community }) {
  const { t } = useTranslation("communities");
  const steps = firstStepsOf(community);
  if (steps.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {steps.map((step) => (
        <li key={step} className="flex items-start gap-3 py-3">
          <Icon name="arrow" className="mt-0.5 text-accent" />
          <div>
            <Place step={step} slug={community.slug}>
              {t(`steps.${step}`)}
            </Place>
            <p className="text-sm text-muted">{t(`steps.${step}Hint`)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
