CREATE TABLE "suggestion_supports" (
	"community_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"supported_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_supports_community_id_suggestion_id_participant_id_pk" PRIMARY KEY("community_id","suggestion_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"claim_version" integer NOT NULL,
	"text" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"author_id" uuid NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by_id" uuid,
	CONSTRAINT "suggestions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "editor_id" uuid;--> statement-breakpoint
ALTER TABLE "suggestion_supports" ADD CONSTRAINT "suggestion_supports_community_id_suggestion_id_suggestions_community_id_id_fk" FOREIGN KEY ("community_id","suggestion_id") REFERENCES "public"."suggestions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_community_id_claim_id_claims_community_id_id_fk" FOREIGN KEY ("community_id","claim_id") REFERENCES "public"."claims"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestions_community_id_debate_id_status_index" ON "suggestions" USING btree ("community_id","debate_id","status");--> statement-breakpoint
CREATE INDEX "suggestions_community_id_claim_id_index" ON "suggestions" USING btree ("community_id","claim_id");