import { buttonClass } from "./button.tsx";
import { CopyButton } from "./copy-button.tsx";
import { Icon } from "./icons.tsx";

interface TakeAlongProps {
  lead: string;
  command: string;
  copy: string;
  download: string;
  /** Where the document is, and what it is called as a file. */
  path: string;
  fileName: string;
}

/** For who trusts no page: the document as it is, and the command that does the same with it. */
export function TakeAlong({ lead, command, copy, download, path, fileName }: TakeAlongProps) {
  return (
    <div className="max-w-3xl space-y-3">
      <p className="max-w-measure text-muted">{lead}</p>
      <pre
        dir="ltr"
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-line bg-sunken p-3 font-mono text-sm"
      >
        {command}
      </pre>
      <div className="flex flex-wrap gap-3">
        <CopyButton text={command} label={copy} />
        <a href={path} download={fileName} className={buttonClass({ variant: "quiet" })}>
          <Icon name="download" />
          {download}
        </a>
      </div>
    </div>
  );
}
