import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Definition } from "#shared/contract/definitions.ts";
import { Button } from "../../ui/button.tsx";
import { useNameOf } from "../../ui/person-name.ts";
import { Fault } from "../../ui/fault.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { EditDefinition } from "./definition-form.tsx";
import {
  definitionRevisionsQuery,
  type Glossary,
  useAgree,
  useWithdrawDefinition,
} from "./queries.ts";

interface EntryProps {
  definition: Definition;
  glossary: Glossary;
}

/** What a definition said before, and by whom. */
function Former({ definition }: { definition: Definition }) {
  const { t } = useTranslation("debates");
  const { ids } = useDebate();
  const { data } = useQuery(definitionRevisionsQuery(ids, definition));
  const nameOf = useNameOf();
  return (
    <ol aria-label={t("outline.history")} className="space-y-2 text-sm">
      {data?.items.map(({ version, text, editor, at }) => (
        <li key={version}>
          <p className="text-muted">
            {t("history.version", { number: version })} · <bdi>{nameOf(editor)}</bdi> ·{" "}
            <Time value={at} />
          </p>
          <p dir="auto">{text}</p>
        </li>
      ))}
    </ol>
  );
}

/** Says that one agrees with the wording, or no longer. */
function Agree({ definition, glossary }: EntryProps) {
  const { t } = useTranslation("debates");
  const agree = useAgree(definition);
  const agrees = glossary.mine.includes(definition.id);
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon="check"
        aria-pressed={agrees}
        className={agrees ? "text-accent!" : ""}
        busy={agree.isPending}
        onClick={() => agree.mutate(!agrees)}
      >
        {t(agrees ? "glossary.agreed" : "glossary.agree")}
      </Button>
      <Fault error={agree.error} />
    </>
  );
}

function Withdraw({ definition }: Pick<EntryProps, "definition">) {
  const { t } = useTranslation("debates");
  const withdraw = useWithdrawDefinition();
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        icon="withdraw"
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate(definition.id)}
      >
        {t("outline.withdraw")}
      </Button>
      <Fault error={withdraw.error} />
    </>
  );
}

interface DeedsProps extends EntryProps {
  onEdit: () => void;
  onHistory: () => void;
}

function Deeds({ definition, glossary, onEdit, onHistory }: DeedsProps) {
  const { t } = useTranslation("debates");
  const { me } = useDebate();
  const { can } = glossary;
  const mayWithdraw = can.withdrawAll || (can.define && definition.author.id === me?.id);
  return (
    <div data-no-print className="-ms-2.5 flex flex-wrap items-center">
      {can.define && (
        <>
          <Agree definition={definition} glossary={glossary} />
          <Button size="small" variant="quiet" icon="edit" onClick={onEdit}>
            {t("glossary.reword")}
          </Button>
        </>
      )}
      {definition.version > 1 && (
        <Button size="small" variant="quiet" icon="history" onClick={onHistory}>
          {t("outline.history")}
        </Button>
      )}
      {mayWithdraw && <Withdraw definition={definition} />}
    </div>
  );
}

/** A word, what it means here, and how many agree that it does. */
export function DefinitionEntry({ definition, glossary }: EntryProps) {
  const { t } = useTranslation("debates");
  const [shown, setShown] = useState<"edit" | "history" | null>(null);
  const { term, text, editor, agreed } = definition;
  const nameOf = useNameOf();
  return (
    <div className="border-t border-line py-3">
      <dt className="font-medium">
        <bdi>{term}</bdi>
      </dt>
      <dd className="max-w-measure space-y-1">
        <p dir="auto" className="font-serif">
          {text}
        </p>
        <p className="text-sm text-muted">
          {t("glossary.wordedBy", { name: nameOf(editor) })} ·{" "}
          {t("glossary.agreeing", { count: agreed })}
        </p>
        <Deeds
          definition={definition}
          glossary={glossary}
          onEdit={() => setShown(shown === "edit" ? null : "edit")}
          onHistory={() => setShown(shown === "history" ? null : "history")}
        />
        {shown === "edit" && (
          <EditDefinition definition={definition} onDone={() => setShown(null)} />
        )}
        {shown === "history" && <Former definition={definition} />}
      </dd>
    </div>
  );
}
