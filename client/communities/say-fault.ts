import { useErrorText } from "../ui/problem-text.ts";
import { toast } from "../ui/toast.ts";

/** Says in passing why a small act did not work, where no form stands to say it. */
export function useSayFault(): (error: Error) => void {
  const errorText = useErrorText();
  return (error) => {
    const { title, detail } = errorText(error);
    toast({ title, detail, tone: "danger" });
  };
}
