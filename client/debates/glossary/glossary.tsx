import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { useDebate } from "../debate-context.ts";
import { DefinitionEntry } from "./definition-entry.tsx";
import { AddDefinition } from "./definition-form.tsx";
import { glossaryQuery, useGlossaryNews } from "./queries.ts";

/** What words mean in this debate: people agree on that first. */
export function Glossary() {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  useGlossaryNews();
  const { data: glossary } = useQuery(glossaryQuery(ids));
  const [isAdding, setIsAdding] = useState(false);
  if (!glossary || (glossary.items.length === 0 && !glossary.can.define)) return null;
  const { items, can } = glossary;
  return (
    <details className="mb-4 max-w-measure">
      <summary className="w-fit font-medium">
        {t("glossary.title", { count: items.length })}
      </summary>
      <p className="mt-2 text-sm text-muted">{t("glossary.lead")}</p>
      {items.length > 0 && (
        <dl className="mt-3 border-b border-line">
          {items.map((definition) => (
            <DefinitionEntry key={definition.id} definition={definition} glossary={glossary} />
          ))}
        </dl>
      )}
      {can.define && (
        <div data-no-print className="mt-3">
          {isAdding ? (
            <AddDefinition onDone={() => setIsAdding(false)} />
          ) : (
            <Button size="small" icon="plus" onClick={() => setIsAdding(true)}>
              {t("glossary.add")}
            </Button>
          )}
        </div>
      )}
    </details>
  );
}
