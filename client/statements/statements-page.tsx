import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DebateView } from "#shared/contract/debates.ts";
import { useDebate } from "../debates/public.ts";
import { type DebateIds, useDebateIds } from "../lib/use-debate-ids.ts";
import { useModerates } from "../moderation/public.ts";
import { Button } from "../ui/button.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { Markdown } from "../ui/markdown.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { AddStatement } from "./add-statement.tsx";
import { DeckPart } from "./deck-part.tsx";
import { debateQuery } from "./queries.ts";
import { Routing } from "./routing.tsx";
import { AllStatements, MyResponses } from "./statement-list.tsx";
import { Totals } from "./totals.tsx";
import { UnsentAnswers } from "./trial/lazy.tsx";
import { OpennessNote } from "./visit-note.tsx";
import { type Voice, voiceIn } from "./voice.ts";

interface PartProps {
  ids: DebateIds;
  debate: DebateView;
}

type List = "mine" | "all" | "routing";

/** Lists below the deck: what one has answered, everything, and for moderators what is asked next and why. */
function Lists({ ids, voice }: { ids: DebateIds; voice: Voice }) {
  const { t } = useTranslation("statements");
  const lists: readonly List[] = useModerates() ? ["mine", "all", "routing"] : ["mine", "all"];
  const [shown, setShown] = useState<List>("mine");
  return (
    <section>
      <div
        role="group"
        aria-label={t("lists")}
        className="flex flex-wrap gap-2 border-b border-line pb-3"
      >
        {lists.map((which) => (
          <Button
            key={which}
            size="small"
            variant={shown === which ? "primary" : "quiet"}
            aria-pressed={shown === which}
            onClick={() => setShown(which)}
          >
            {t(`list.${which}`)}
          </Button>
        ))}
      </div>
      {shown === "mine" && <MyResponses ids={ids} voice={voice} />}
      {shown === "all" && <AllStatements ids={ids} voice={voice} />}
      {shown === "routing" && <Routing ids={ids} />}
    </section>
  );
}

function Statements({ ids, debate }: PartProps) {
  const { t } = useTranslation("statements");
  const voice = voiceIn(debate);
  if (!voice) {
    return (
      <section className="max-w-3xl">
        <h2 className="text-xl">{t("list.all")}</h2>
        <Totals ids={ids} />
        <OpennessNote debate={debate} />
        <AllStatements ids={ids} voice={voice} />
      </section>
    );
  }
  return (
    <div className="mx-auto max-w-2xl space-y-12">
      <section>
        <h2 className="sr-only">{t("title")}</h2>
        <DeckPart ids={ids} debate={debate} voice={voice} />
      </section>
      {debate.can.addStatement && <AddStatement ids={ids} />}
      <Lists ids={ids} voice={voice} />
    </div>
  );
}

function StatementsOf({ ids }: { ids: DebateIds }) {
  const { slug, me } = useDebate();
  const query = useQuery(debateQuery(ids));
  return (
    <Loaded query={query}>
      {(debate) => (
        <>
          <div className="mb-8 empty:hidden">
            <UnsentAnswers {...ids} slug={slug} isMember={me !== null} />
          </div>
          <Statements ids={ids} debate={debate} />
          {debate.attribution && (
            <Markdown source={debate.attribution} className="mt-12 text-sm text-muted" />
          )}
        </>
      )}
    </Loaded>
  );
}

/** The tab of a debate on which people say where they stand. */
export function StatementsPage() {
  const ids = useDebateIds();
  return ids ? <StatementsOf key={ids.debateId} ids={ids} /> : <Skeleton />;
}
