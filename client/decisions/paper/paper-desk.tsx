import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { DecisionView } from "#shared/contract/decisions.ts";
import type { Author } from "#shared/contract/ids.ts";
import type { PaperBallot } from "#shared/contract/paper-ballots.ts";
import type { Ballot } from "#shared/voting/index.ts";
import { MemberPicker } from "../../delegations/public.ts";
import { Byline } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useNameOf } from "../../ui/person-name.ts";
import { useErrorText } from "../../ui/problem-text.ts";
import { toast } from "../../ui/toast.ts";
import { BallotForm, blankBallot } from "../ballots/index.tsx";
import { useOptions } from "../option-words.ts";
import { ballotInWords } from "../voters/ballot-in-words.ts";
import { useWords } from "../words.ts";
import { type PaperDeed, paperQuery, usePaperDeed } from "./queries.ts";

interface DeskProps {
  decision: DecisionView;
}

const noFaults = new Map<string, string>();

/** One vote as it stands on paper: whose, and what it says. */
function EntryForm({ decision, onDone }: DeskProps & { onDone: () => void }) {
  const { t } = useWords();
  const enter = usePaperDeed(decision);
  const { options } = useOptions(decision);
  const [voter, setVoter] = useState<Author | null>(null);
  const [ballot, setBallot] = useState<Ballot | null>(() => blankBallot(decision.method));
  const submit = () => {
    if (!voter || !ballot) return;
    enter.mutate({ deed: "enter", participantId: voter.id, ballot }, { onSuccess: onDone });
  };
  return (
    <Form error={enter.error} onSubmit={submit} label={t("paper.enter")}>
      <MemberPicker
        communityId={decision.communityId}
        label={t("paper.voter")}
        name="voter"
        value={voter}
        onChange={setVoter}
        taken={[]}
      />
      <BallotForm
        options={options}
        settings={decision.settings}
        value={ballot}
        onChange={setBallot}
        isFixed={false}
        faults={noFaults}
      />
      <FormActions>
        <Button type="submit" variant="primary" busy={enter.isPending}>
          {t("paper.submit")}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {t("setup.leave")}
        </Button>
      </FormActions>
    </Form>
  );
}

interface EntryProps extends DeskProps {
  entry: PaperBallot;
}

/** What was entered, by whom, and whether it counts yet. */
function Entry({ decision, entry }: EntryProps) {
  const words = useWords();
  const { t } = words;
  const nameOf = useNameOf();
  const errorText = useErrorText();
  const deed = usePaperDeed(decision);
  const { titleOf } = useOptions(decision);
  const { voter, ballot, enteredBy, confirmedBy, can } = entry;
  const { settings } = decision;
  const act = (name: "confirm" | "drop") => {
    const work: PaperDeed = { deed: name, participantId: voter.id };
    const onError = (error: Error) => toast({ ...errorText(error), tone: "danger" });
    deed.mutate(work, { onError });
  };
  return (
    <li className="space-y-1.5 border-line py-3 not-first:border-t">
      <Byline person={voter} />
      <p>{ballotInWords({ ballot, settings, titleOf }, words)}</p>
      <p className="text-sm text-muted">
        {confirmedBy
          ? t("paper.confirmed", { by: nameOf(enteredBy), and: nameOf(confirmedBy) })
          : t("paper.waiting", { by: nameOf(enteredBy) })}
      </p>
      {(can.confirm || can.drop) && (
        <div className="flex flex-wrap gap-2">
          {can.confirm && (
            <Button size="small" icon="check" busy={deed.isPending} onClick={() => act("confirm")}>
              {t("paper.confirm")}
            </Button>
          )}
          {can.drop && (
            <Button size="small" variant="quiet" icon="withdraw" onClick={() => act("drop")}>
              {t("paper.drop")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

/** Where votes that people cast on paper are entered: by one, and confirmed by another. */
export function PaperDesk({ decision }: DeskProps) {
  const { t } = useWords();
  const id = useId();
  const query = useQuery(paperQuery(decision));
  const [isEntering, setIsEntering] = useState(false);
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h3 id={id} className="text-xl">
        {t("paper.title")}
      </h3>
      <p className="max-w-measure text-muted">{t("paper.lead")}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length > 0 && (
            <ul className="rounded-lg border border-line bg-surface px-4">
              {items.map((entry) => (
                <Entry key={entry.voter.id} decision={decision} entry={entry} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {isEntering ? (
        <EntryForm decision={decision} onDone={() => setIsEntering(false)} />
      ) : (
        <Button icon="plus" onClick={() => setIsEntering(true)}>
          {t("paper.enter")}
        </Button>
      )}
    </section>
  );
}
