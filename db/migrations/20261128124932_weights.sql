CREATE TABLE "decision_delegations" (
	"community_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"percent" integer NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "decision_delegations_community_id_decision_id_from_id_to_id_pk" PRIMARY KEY("community_id","decision_id","from_id","to_id")
);
--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "weighting" SET DATA TYPE jsonb USING jsonb_build_object('kind', "weighting");--> statement-breakpoint
ALTER TABLE "electors" ALTER COLUMN "weight" SET DATA TYPE numeric(78, 0);--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "unit" numeric(78, 0) DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "electorate_weight" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "delegation_cap" integer;--> statement-breakpoint
ALTER TABLE "electors" ADD COLUMN "role" text DEFAULT 'member' NOT NULL;--> statement-breakpoint
ALTER TABLE "electors" ADD COLUMN "tokens" numeric(78, 0);--> statement-breakpoint
ALTER TABLE "decision_delegations" ADD CONSTRAINT "decision_delegations_community_id_decision_id_decisions_community_id_id_fk" FOREIGN KEY ("community_id","decision_id") REFERENCES "public"."decisions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "decisions" SET "result" = "result" || '{"unit": "1", "delegated": 0}' WHERE "result" IS NOT NULL;--> statement-breakpoint
UPDATE "decisions" SET "electorate_weight" = "electorate_size";