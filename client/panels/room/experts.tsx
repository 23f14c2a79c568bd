import { useState } from "react";
import { dismissPanelExpert, namePanelExpert } from "#shared/contract/panel-hearing.ts";
import { type PanelExpert, roomLimits } from "#shared/contract/panel-room.ts";
import { call } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Fault } from "../../ui/fault.tsx";
import { Form, FormActions } from "../../ui/form.tsx";
import { LinkToCopy } from "../../ui/link-to-copy.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Time } from "../../ui/time.tsx";
import { useWords } from "../words.ts";
import { FlagHeard, Heard } from "./heard.tsx";
import type { RoomProps } from "./props.ts";
import { useRoomAct } from "./queries.ts";

interface OneProps extends Pick<RoomProps, "ids"> {
  expert: PanelExpert;
}

function One({ expert, ids }: OneProps) {
  const { t } = useWords();
  const { id: expertId, name, isHere, testimony, can } = expert;
  const dismiss = useRoomAct(ids, async () => {
    await call(dismissPanelExpert, { params: { ...ids, expertId } });
    return undefined;
  });
  return (
    <li className="space-y-2 border-s-2 border-line-strong ps-4">
      <p>
        <bdi className="font-medium">{name}</bdi>{" "}
        {testimony && (
          <span className="text-sm text-muted">
            <Time value={testimony.writtenAt} />{" "}
            <FlagHeard kind="testimony" id={expertId} said={testimony} />
          </span>
        )}
      </p>
      {testimony ? (
        <Heard kind="testimony" id={expertId} said={testimony} />
      ) : (
        <p className="text-sm text-muted">{t(isHere ? "experts.silent" : "experts.awaited")}</p>
      )}
      {can.dismiss && (
        <Button
          size="small"
          variant="quiet"
          busy={dismiss.isPending}
          onClick={() => dismiss.mutate()}
        >
          {t("experts.dismiss")}
          <bdi className="sr-only"> {name}</bdi>
        </Button>
      )}
      <Fault error={dismiss.error} />
    </li>
  );
}

/** Shown once: the server keeps only a hash of it. */
function TheLink({ token }: { token: string }) {
  const { t } = useWords();
  const link = `${window.location.origin}/heard/${token}`;
  return (
    <div role="status" className="space-y-3">
      <LinkToCopy
        label={t("experts.link")}
        hint={t("experts.linkHint")}
        link={link}
        copy={t("experts.copy")}
        variant="primary"
      />
    </div>
  );
}

function Name({ ids }: Pick<RoomProps, "ids">) {
  const { t } = useWords();
  const [name, setName] = useState("");
  const [token, setToken] = useState<string | null>(null);
  const make = useRoomAct(ids, async () => {
    const made = await call(namePanelExpert, { params: ids, body: { name } });
    setToken(made.token);
    setName("");
    return undefined;
  });
  return (
    <div className="space-y-4">
      <Form error={make.error} onSubmit={() => make.mutate()} label={t("experts.name")}>
        <TextField
          name="name"
          required
          maxLength={roomLimits.expert}
          dir="auto"
          label={t("experts.name")}
          hint={t("experts.nameHint")}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <FormActions>
          <Button type="submit" busy={make.isPending}>
            {t("experts.make")}
          </Button>
        </FormActions>
      </Form>
      {token !== null && <TheLink token={token} />}
    </div>
  );
}

/** Who is heard, and what they say; owners name them. */
export function Experts({ room, ids }: RoomProps) {
  const { t } = useWords();
  const { experts, can } = room;
  if (experts.length === 0 && !can.edit) return null;
  return (
    <div className="space-y-4">
      <h3 className="text-xl">{t("experts.title")}</h3>
      {experts.length > 0 && (
        <ul className="space-y-6">
          {experts.map((expert) => (
            <One key={expert.id} expert={expert} ids={ids} />
          ))}
        </ul>
      )}
      {can.edit && <Name ids={ids} />}
    </div>
  );
}
