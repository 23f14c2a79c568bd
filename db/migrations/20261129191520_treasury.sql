CREATE TABLE "budget_lines" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"currency" text NOT NULL,
	"planned" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "budget_lines_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "budget_lines_communityId_currency_title_unique" UNIQUE("community_id","currency","title")
);
--> statement-breakpoint
CREATE TABLE "treasury_entries" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"day" date NOT NULL,
	"party" text NOT NULL,
	"what" text NOT NULL,
	"line_id" uuid,
	"commitment_id" uuid,
	"document_title" text,
	"document_url" text,
	"document_hash" text,
	"reverses_id" uuid,
	"entered_by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_as" text,
	"settled_by_id" uuid,
	"settled_at" timestamp (3) with time zone,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "treasury_entries_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "budget_lines" ADD CONSTRAINT "budget_lines_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treasury_entries" ADD CONSTRAINT "treasury_entries_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treasury_entries" ADD CONSTRAINT "treasury_entries_community_id_entered_by_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","entered_by_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treasury_entries" ADD CONSTRAINT "treasury_entries_community_id_line_id_budget_lines_community_id_id_fk" FOREIGN KEY ("community_id","line_id") REFERENCES "public"."budget_lines"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treasury_entries" ADD CONSTRAINT "treasury_entries_community_id_commitment_id_commitments_community_id_id_fk" FOREIGN KEY ("community_id","commitment_id") REFERENCES "public"."commitments"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "treasury_entries" ADD CONSTRAINT "treasury_entries_community_id_reverses_id_treasury_entries_community_id_id_fk" FOREIGN KEY ("community_id","reverses_id") REFERENCES "public"."treasury_entries"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "treasury_entries_community_id_commitment_id_index" ON "treasury_entries" USING btree ("community_id","commitment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "treasury_entries_reversed" ON "treasury_entries" USING btree ("community_id","reverses_id") WHERE "treasury_entries"."settled_as" is distinct from 'refused';