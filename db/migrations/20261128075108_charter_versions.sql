CREATE TABLE "charter_versions" (
	"community_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"is_retired" boolean DEFAULT false NOT NULL,
	"author_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"effective_at" timestamp (3) with time zone DEFAULT date_trunc('milliseconds', now()) NOT NULL,
	CONSTRAINT "charter_versions_community_id_number_version_pk" PRIMARY KEY("community_id","number","version")
);
--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_versions" ADD CONSTRAINT "charter_versions_community_id_author_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO "charter_versions" ("community_id", "number", "version", "title", "text", "author_id", "created_at", "effective_at")
SELECT "community_id", ("payload"->>'number')::int, ("payload"->>'version')::int, "payload"->>'title', "payload"->>'text', "actor", "time", "time"
FROM "ledger_acts" WHERE "kind" IN ('charter.rule-added', 'charter.rule-changed');--> statement-breakpoint
INSERT INTO "charter_versions" ("community_id", "number", "version", "title", "text", "created_at", "effective_at")
SELECT "community_id", "number", "version", "title", "text", "updated_at", "updated_at" FROM "charter_rules"
ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "charter_versions" ("community_id", "number", "version", "title", "text", "is_retired", "created_at", "effective_at")
SELECT "community_id", "number", "version" + 1, "title", "text", true, "retired_at", "retired_at" FROM "charter_rules" WHERE "retired_at" IS NOT NULL;
