import { useMutation, useQueryClient } from "@tanstack/react-query";
import {
  changeModerationSettings,
  readModerationSettings,
} from "#shared/contract/moderation-settings.ts";
import { call } from "../lib/api.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Fault } from "../ui/fault.tsx";
import { toast } from "../ui/toast.ts";
import { accountabilityKey } from "./queries.ts";
import { useWords } from "./words.ts";

interface NamesSettingProps {
  communityId: string;
  isNamed: boolean;
}

/** Where owners say whether moderators stand here by name. */
export function NamesSetting({ communityId, isNamed }: NamesSettingProps) {
  const { t } = useWords();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: async (namesModerators: boolean) => {
      const params = { communityId };
      const now = await call(readModerationSettings, { params });
      return call(changeModerationSettings, { params, body: { ...now, namesModerators } });
    },
    onSuccess: () => toast({ title: t("names.saved"), tone: "good" }),
    onSettled: () => queries.invalidateQueries({ queryKey: accountabilityKey(communityId) }),
  });
  return (
    <div data-no-print>
      <Checkbox
        label={t("names.label")}
        hint={t("names.hint")}
        checked={save.isPending ? save.variables : isNamed}
        disabled={save.isPending}
        onChange={({ target }) => save.mutate(target.checked)}
      />
      <Fault error={save.error} />
    </div>
  );
}
