import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { SummarySection } from "../curation/public.ts";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { ArgumentContext, useArgument } from "./argument-context.ts";
import { useDebate } from "./debate-context.ts";
import { DefinedWords } from "./glossary/defined-words.tsx";
import { Glossary } from "./glossary/glossary.tsx";
import { Guidance } from "./guidance.tsx";
import { useMarkNews } from "./marks/queries.ts";
import { OutlineView } from "./outline/outline-view.tsx";
import { useOutlineModel } from "./outline/use-outline-model.ts";
import { type LiveOutline, outlineQuery } from "./queries.ts";
import { useCommentNews } from "./comments/queries.ts";
import { useSuggestionNews } from "./suggestions/queries.ts";
import { ViewSwitch } from "./view-switch.tsx";

/** Longer than this it begins folded: the arguments are why one comes. */
const longContext = 700;

/** What one must know to answer, and where an imported debate came from. */
function Context() {
  const { t } = useTranslation("debates");
  const { debate } = useDebate();
  const { context, attribution, language } = debate;
  if (!context && !attribution) return null;
  return (
    <details open={context.length <= longContext} className="mb-4 max-w-measure">
      <summary className="w-fit font-medium">{t("context")}</summary>
      {context && <Markdown source={context} lang={language} className="mt-2" />}
      {attribution && <Markdown source={attribution} className="mt-3 text-sm text-muted" />}
    </details>
  );
}

/** The argument, for whichever view shows it. */
function Views({ outline }: { outline: LiveOutline }) {
  useSuggestionNews();
  useMarkNews();
  useCommentNews();
  const model = useOutlineModel(outline);
  const here = useMemo(() => ({ outline, model }), [outline, model]);
  return (
    <ArgumentContext value={here}>
      <ViewSwitch />
      <Outlet />
    </ArgumentContext>
  );
}

/** The tab of a debate on which it is argued: as an outline, one claim at a time, or as a whole. */
export function ArgumentsPage() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const query = useQuery(outlineQuery(ids));
  const isOutline = useLocation({ select: ({ pathname }) => /\/arguments\/?$/.test(pathname) });
  return (
    <section aria-labelledby="arguments">
      <h2 id="arguments" className="sr-only">
        {t("tabs.arguments")}
      </h2>
      {isOutline && (
        <>
          <SummarySection />
          <Context />
          <Guidance />
          <Glossary />
        </>
      )}
      <Loaded query={query} skeleton={<Skeleton shape="list" count={6} />}>
        {(outline) => (
          <DefinedWords>
            <Views outline={outline} />
          </DefinedWords>
        )}
      </Loaded>
    </section>
  );
}

/** All of it as an outline. */
export function OutlinePage() {
  const { outline, model } = useArgument();
  return <OutlineView outline={outline} model={model} />;
}
