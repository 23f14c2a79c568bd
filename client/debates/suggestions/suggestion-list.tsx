import { useTranslation } from "react-i18next";
import type { Claim } from "#shared/contract/claims.ts";
import { type Suggestion, supportersNeeded } from "#shared/contract/suggestions.ts";
import { BehindBlock } from "../../blocks/public.ts";
import { Byline } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { TextDiff } from "../../ui/text-diff.tsx";
import { Time } from "../../ui/time.tsx";
import { useDebate } from "../debate-context.ts";
import { useOutline } from "../outline/outline-context.ts";
import { useAccept, useSuggest, useSuggestionsFor, useTurnDown } from "./queries.ts";

interface EntryProps {
  claim: Claim;
  suggestion: Suggestion;
}

const isOutdated = (claim: Claim, { claimVersion }: Suggestion) => claimVersion !== claim.version;

/** Puts the words in place, or says that one would say it so, too. */
function Accept({ claim, suggestion }: EntryProps) {
  const { t } = useTranslation("debates");
  const { me } = useDebate();
  const accept = useAccept();
  const isOfMyClaim = claim.authorId === me?.id;
  if (isOutdated(claim, suggestion)) return null;
  return (
    <>
      <Button
        size="small"
        icon="check"
        variant={isOfMyClaim ? "primary" : "secondary"}
        busy={accept.isPending}
        onClick={() => accept.mutate(suggestion.id)}
      >
        {t(isOfMyClaim ? "suggest.accept" : "suggest.support")}
      </Button>
      <Fault error={accept.error} />
    </>
  );
}

/** Suggests the same words for what the claim says by now. */
function Renew({ claim, suggestion }: EntryProps) {
  const { t } = useTranslation("debates");
  const suggest = useSuggest(claim.id);
  const { text, reason } = suggestion;
  if (!isOutdated(claim, suggestion) || text === claim.text) return null;
  return (
    <>
      <Button
        size="small"
        busy={suggest.isPending}
        onClick={() => suggest.mutate({ version: claim.version, text, reason })}
      >
        {t("suggest.renew")}
      </Button>
      <Fault error={suggest.error} />
    </>
  );
}

interface TurnDownProps {
  suggestion: Suggestion;
  how: "support" | "suggestion";
  label: string;
}

function TurnDown({ suggestion, how, label }: TurnDownProps) {
  const turnDown = useTurnDown();
  return (
    <>
      <Button
        size="small"
        busy={turnDown.isPending}
        onClick={() => turnDown.mutate({ id: suggestion.id, how })}
      >
        {label}
      </Button>
      <Fault error={turnDown.error} />
    </>
  );
}

/** What the reader may answer: the claim's author decides, who suggested withdraws, others support. */
function Answers({ claim, suggestion }: EntryProps) {
  const { t } = useTranslation("debates");
  const { me } = useDebate();
  const { can } = useOutline();
  const isMine = suggestion.author.id === me?.id;
  const isOfMyClaim = claim.authorId === me?.id;
  const supports = suggestion.supporters.some(({ id }) => id === me?.id);
  if (!can.addClaim) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isMine && <Renew claim={claim} suggestion={suggestion} />}
      {!isMine && !supports && <Accept claim={claim} suggestion={suggestion} />}
      {supports && (
        <TurnDown suggestion={suggestion} how="support" label={t("suggest.supportNoMore")} />
      )}
      {(isMine || isOfMyClaim) && (
        <TurnDown
          suggestion={suggestion}
          how="suggestion"
          label={t(isMine ? "suggest.withdraw" : "suggest.decline")}
        />
      )}
    </div>
  );
}

function Entry({ claim, suggestion }: EntryProps) {
  const { t } = useTranslation("debates");
  const { author, text, reason, createdAt, supporters } = suggestion;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        <Byline person={author} />
        <Time value={createdAt} />
        {supporters.length > 0 && (
          <span>
            {t("suggest.supporters", { count: supporters.length, needed: supportersNeeded })}
          </span>
        )}
      </p>
      <TextDiff
        before={claim.text}
        after={text}
        lang={claim.language}
        className="font-serif text-lg leading-7"
      />
      {reason && (
        <p dir="auto" className="text-sm">
          {reason}
        </p>
      )}
      {isOutdated(claim, suggestion) && (
        <p className="text-sm font-medium text-warn">{t("suggest.outdated")}</p>
      )}
      <Answers claim={claim} suggestion={suggestion} />
    </div>
  );
}

/** The other words that people suggest for a claim. */
export function SuggestionList({ claim }: { claim: Claim }) {
  const { t } = useTranslation(["debates", "ui"]);
  const { leaveTask } = useOutline();
  const suggestions = useSuggestionsFor(claim.id);
  return (
    <div className="space-y-3">
      <h3 className="text-base">{t("suggest.title")}</h3>
      {suggestions.length === 0 && <p className="text-muted">{t("suggest.none")}</p>}
      <ul>
        {suggestions.map((suggestion) => (
          <li key={suggestion.id} className="border-t border-line py-3 first:border-t-0">
            <BehindBlock authorId={suggestion.author.id} textId={suggestion.id}>
              <Entry claim={claim} suggestion={suggestion} />
            </BehindBlock>
          </li>
        ))}
      </ul>
      <Button size="small" autoFocus onClick={leaveTask}>
        {t("ui:close")}
      </Button>
    </div>
  );
}
