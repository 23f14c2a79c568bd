import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../ui/icons.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { DebatePlace, type Place } from "./debate-place.tsx";

/** Whose debate this is, and the way to all of it. */
function Home({ community, debate }: Omit<Place, "presence">) {
  const { t } = useTranslation("embedding");
  return (
    <footer className="flex flex-wrap justify-between gap-x-6 gap-y-2 border-t border-line pt-4 text-sm">
      <p className="text-muted">
        <bdi>{community.name}</bdi> · Folkmoot
      </p>
      <Link
        to="/c/$slug/d/$debateId/arguments"
        params={{ slug: community.slug, debateId: debate.id }}
        className="link inline-flex items-center gap-1.5"
      >
        {t("whole")}
        <Icon name="external" size={14} />
      </Link>
    </footer>
  );
}

/** A debate inside a page of another site: its question, what is shown of it, and the way to the rest. */
export function EmbeddedDebate({ children }: { children: ReactNode }) {
  return (
    <DebatePlace>
      {({ community, debate }) => (
        <div className="space-y-8">
          <PageHeading lang={debate.language}>{debate.question}</PageHeading>
          {children}
          {debate.attribution && (
            <Markdown source={debate.attribution} className="text-sm text-muted" />
          )}
          <Home community={community} debate={debate} />
        </div>
      )}
    </DebatePlace>
  );
}
