import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Community } from "#shared/contract/communities.ts";
import {
  declaredLimits,
  type DeclaredGroups,
  defineDeclaredGroups,
} from "#shared/contract/representation.ts";
import { CommunityFrame } from "../communities/public.ts";
import { call } from "../lib/api.ts";
import { useSaving } from "../lib/use-saving.ts";
import { Button } from "../ui/button.tsx";
import { Conflict } from "../ui/conflict.tsx";
import { Form } from "../ui/form.tsx";
import { Loaded } from "../ui/loaded.tsx";
import { SubmitOrCancel } from "../ui/submit-or-cancel.tsx";
import { TextArea } from "../ui/text-area.tsx";
import { useBegun } from "../ui/use-begun.ts";
import { AttributeFields } from "./attribute-fields.tsx";
import {
  bodyOf,
  type DraftAttribute,
  draftFrom,
  draftOf,
  newAttribute,
  type Table,
} from "./definition.ts";
import { groupsQuery, refreshGroups } from "./queries.ts";
import { TableBox } from "./table-box.tsx";
import { useWords } from "./words.ts";

interface DefiningProps {
  community: Community;
  groups: DeclaredGroups;
}

interface Words {
  readonly draft: readonly DraftAttribute[];
  readonly consent: string;
}

const paragraphs = ({ draft, consent }: Words): string[] => [
  ...draft.map(({ name, values }) => {
    return `${name}: ${values.map((value) => `${value.name} ${value.share}`.trim()).join(", ")}`;
  }),
  consent,
];

interface QuestionsProps {
  draft: readonly DraftAttribute[];
  onChange: (draft: readonly DraftAttribute[]) => void;
}

function Questions({ draft, onChange }: QuestionsProps) {
  const { t } = useWords();
  return (
    <>
      {draft.map((attribute, at) => (
        <AttributeFields
          key={attribute.key}
          attribute={attribute}
          at={at}
          onChange={(changed) => onChange(draft.with(at, changed))}
          onRemove={() => onChange(draft.filter((one) => one !== attribute))}
        />
      ))}
      {draft.length < declaredLimits.attributes && (
        <Button icon="plus" onClick={() => onChange([...draft, newAttribute()])}>
          {t("define.add")}
        </Button>
      )}
    </>
  );
}

function Defining({ community, groups }: DefiningProps) {
  const { t } = useWords();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const wordsOf = (now: DeclaredGroups): Words => {
    return { draft: draftOf(now), consent: now.consent || t("define.consentDraft") };
  };
  const begun = useBegun<DeclaredGroups, Words>(groups, wordsOf);
  const [{ draft, consent }, setWords] = useState(begun.words);
  const setDraft = (changed: readonly DraftAttribute[]) => setWords({ draft: changed, consent });
  const toReport = () =>
    void navigate({ to: "/c/$slug/representation", params: { slug: community.slug } });
  const save = useSaving({
    send: () =>
      call(defineDeclaredGroups, {
        params: { communityId: community.id },
        body: { attributes: bodyOf(draft), consent, version: begun.at.version },
      }),
    refresh: () => refreshGroups(cache, community.id),
    onDone: toReport,
  });
  const isOvertaken = begun.isOvertaken(save);
  const read = (attributes: Table[]) => setDraft(draftFrom(attributes, draft));
  return (
    <div className="max-w-measure space-y-8">
      <TableBox communityId={community.id} onRead={read} />
      <Form error={isOvertaken ? null : save.error} onSubmit={() => save.mutate()}>
        {isOvertaken && (
          <Conflict
            theirs={paragraphs(wordsOf(groups))}
            mine={paragraphs({ draft, consent })}
            onKeepMine={() => begun.keep({ draft, consent })}
            onTakeTheirs={() => {
              begun.takeTheirs();
              setWords(wordsOf(groups));
            }}
          />
        )}
        <Questions draft={draft} onChange={setDraft} />
        <TextArea
          name="consent"
          label={t("define.consent")}
          hint={t("define.consentHint")}
          rows={4}
          required
          limit={declaredLimits.consent}
          dir="auto"
          value={consent}
          onChange={({ target }) => setWords({ draft, consent: target.value })}
        />
        <SubmitOrCancel
          label={t("define.save")}
          busy={save.isPending}
          disabled={isOvertaken}
          onCancel={toReport}
        />
      </Form>
    </div>
  );
}

/** Where owners say what members may say about themselves, and which shares there should be. */
export function DefinePage() {
  const { slug } = useParams({ from: "/c/$slug/representation/define" });
  const { t } = useWords();
  return (
    <CommunityFrame slug={slug} title={t("define.title")}>
      {(community) => (
        <>
          <p className="max-w-measure text-lg text-pretty text-muted">{t("define.lead")}</p>
          <DefiningOf community={community} />
        </>
      )}
    </CommunityFrame>
  );
}

function DefiningOf({ community }: { community: Community }) {
  const query = useQuery(groupsQuery(community.id));
  return (
    <Loaded query={query}>{(groups) => <Defining community={community} groups={groups} />}</Loaded>
  );
}
