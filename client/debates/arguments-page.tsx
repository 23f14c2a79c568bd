import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { useDebate } from "./debate-context.ts";
import { DefinedWords } from "./glossary/defined-words.tsx";
import { Glossary } from "./glossary/glossary.tsx";
import { Guidance } from "./guidance.tsx";
import { OutlineView } from "./outline/outline-view.tsx";
import { outlineQuery } from "./queries.ts";

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

/** The tab of a debate on which it is argued. */
export function ArgumentsPage() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const query = useQuery(outlineQuery(ids));
  return (
    <section aria-labelledby="arguments">
      <h2 id="arguments" className="sr-only">
        {t("tabs.arguments")}
      </h2>
      <Context />
      <Guidance />
      <Glossary />
      <Loaded query={query} skeleton={<Skeleton shape="list" count={6} />}>
        {(outline) => (
          <DefinedWords>
            <OutlineView outline={outline} />
          </DefinedWords>
        )}
      </Loaded>
    </section>
  );
}
