CREATE TABLE "commitment_updates" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"commitment_id" uuid NOT NULL,
	"percent" integer NOT NULL,
	"words" text NOT NULL,
	"evidence_title" text NOT NULL,
	"evidence_url" text NOT NULL,
	"author_id" uuid NOT NULL,
	"false_dispute_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commitment_updates_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"parent_id" uuid,
	"weight" integer DEFAULT 1 NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"source_title" text NOT NULL,
	"debate_id" uuid,
	"title" text NOT NULL,
	"criterion" text NOT NULL,
	"budget" text,
	"owner_id" uuid NOT NULL,
	"proposer_id" uuid NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"review_at" timestamp (3) with time zone,
	"answer" text,
	"answer_reason" text DEFAULT '' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"review" text,
	"review_words" text DEFAULT '' NOT NULL,
	"reviewed_by_id" uuid,
	"reviewed_at" timestamp (3) with time zone,
	"reopened" boolean DEFAULT false NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"overdue_told_at" timestamp (3) with time zone,
	"review_told_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "commitments_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "commitment_updates" ADD CONSTRAINT "commitment_updates_community_id_commitment_id_commitments_community_id_id_fk" FOREIGN KEY ("community_id","commitment_id") REFERENCES "public"."commitments"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_community_id_parent_id_commitments_community_id_id_fk" FOREIGN KEY ("community_id","parent_id") REFERENCES "public"."commitments"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitments" ADD CONSTRAINT "commitments_community_id_owner_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","owner_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "commitment_updates_community_id_commitment_id_created_at_index" ON "commitment_updates" USING btree ("community_id","commitment_id","created_at");--> statement-breakpoint
CREATE INDEX "commitments_community_id_parent_id_index" ON "commitments" USING btree ("community_id","parent_id");--> statement-breakpoint
CREATE INDEX "commitments_community_id_source_id_index" ON "commitments" USING btree ("community_id","source_id");--> statement-breakpoint
CREATE INDEX "commitments_community_id_debate_id_index" ON "commitments" USING btree ("community_id","debate_id");--> statement-breakpoint
CREATE INDEX "commitments_promised" ON "commitments" USING btree ("due_at") WHERE "commitments"."answer" = 'accepted' and "commitments"."review" is null;