CREATE TABLE "delegations" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"about" text,
	"percent" integer NOT NULL,
	"version" integer NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"warned_at" timestamp (3) with time zone,
	"told_ended_at" timestamp (3) with time zone,
	CONSTRAINT "delegations_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "delegations_percent" CHECK ("delegations"."percent" between 1 and 100),
	CONSTRAINT "delegations_another" CHECK ("delegations"."from_id" <> "delegations"."to_id")
);
--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "allows_delegation" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "delegation_cap_percent" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_community_id_from_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","from_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_community_id_to_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","to_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "delegations_standing" ON "delegations" USING btree ("community_id","from_id","scope",coalesce(about, ''),"to_id") WHERE "delegations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "delegations_community_id_to_id_index" ON "delegations" USING btree ("community_id","to_id");--> statement-breakpoint
CREATE INDEX "delegations_ending" ON "delegations" USING btree ("expires_at") WHERE "delegations"."revoked_at" is null and "delegations"."told_ended_at" is null;