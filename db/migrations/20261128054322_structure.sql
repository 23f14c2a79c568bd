CREATE TABLE "joined_ratings" (
	"community_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"rating" smallint,
	"rated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "joined_ratings_community_id_change_id_subject_id_participant_id_pk" PRIMARY KEY("community_id","change_id","subject_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "structure_changes" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"debate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"arrangement" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by_id" uuid,
	CONSTRAINT "structure_changes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "edges" DROP CONSTRAINT "edges_communityId_claimId_targetId_unique";--> statement-breakpoint
ALTER TABLE "relevance_ratings" ALTER COLUMN "rating" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "truth_ratings" ALTER COLUMN "rating" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "kind" text DEFAULT 'claim' NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "extracted_to" uuid;--> statement-breakpoint
ALTER TABLE "edges" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "relevance_ratings" ADD COLUMN "target_id" uuid;--> statement-breakpoint
UPDATE "relevance_ratings" SET "target_id" = "edges"."target_id" FROM "edges" WHERE "edges"."community_id" = "relevance_ratings"."community_id" AND "edges"."id" = "relevance_ratings"."edge_id";--> statement-breakpoint
ALTER TABLE "relevance_ratings" ALTER COLUMN "target_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "joined_ratings" ADD CONSTRAINT "joined_ratings_community_id_change_id_structure_changes_community_id_id_fk" FOREIGN KEY ("community_id","change_id") REFERENCES "public"."structure_changes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "structure_changes" ADD CONSTRAINT "structure_changes_community_id_debate_id_debates_community_id_id_fk" FOREIGN KEY ("community_id","debate_id") REFERENCES "public"."debates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "structure_changes_community_id_debate_id_created_at_index" ON "structure_changes" USING btree ("community_id","debate_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "edges_place" ON "edges" USING btree ("community_id","claim_id","target_id") WHERE "edges"."removed_at" is null;