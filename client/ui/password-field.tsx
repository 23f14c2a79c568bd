import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "./text-field.tsx";

type PasswordFieldProps = Omit<Parameters<typeof TextField>[0], "type" | "end">;

/** A password that can be looked at while it is typed. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useTranslation("ui");
  const [shown, setShown] = useState(false);
  return (
    <TextField
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      {...props}
      type={shown ? "text" : "password"}
      end={
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
          className="min-h-8 rounded-sm px-2 text-sm font-medium text-muted hover:text-ink"
        >
          {shown ? t("password.hide") : t("password.show")}
        </button>
      }
    />
  );
}
