CREATE TABLE "content_states" (
	"community_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"state" text NOT NULL,
	"action_id" uuid NOT NULL,
	"kept" jsonb,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "content_states_community_id_subject_kind_subject_id_pk" PRIMARY KEY("community_id","subject_kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "flags" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"rule_number" integer NOT NULL,
	"rule_version" integer NOT NULL,
	"note" text NOT NULL,
	"is_counted" boolean NOT NULL,
	"outcome" text DEFAULT 'open' NOT NULL,
	"final_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "flags_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "moderation_actions" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"debate_id" uuid,
	"author_id" uuid,
	"item_id" uuid,
	"rule_number" integer,
	"rule_version" integer,
	"reason" text NOT NULL,
	"actor_id" uuid,
	"role" text NOT NULL,
	"until" timestamp (3) with time zone,
	"state" text DEFAULT 'in-force' NOT NULL,
	"former_state" text,
	"former_action_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by_id" uuid,
	CONSTRAINT "moderation_actions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "moderation_items" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"work" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"debate_id" uuid,
	"author_id" uuid,
	"severity" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"flag_count" integer DEFAULT 0 NOT NULL,
	"weight" integer DEFAULT 0 NOT NULL,
	"rules" integer[] DEFAULT '{}' NOT NULL,
	"words" text[] DEFAULT '{}' NOT NULL,
	"deadline_at" timestamp (3) with time zone NOT NULL,
	"claimed_by_id" uuid,
	"claimed_until" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"action_id" uuid,
	"subject_version" integer,
	CONSTRAINT "moderation_items_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "queue_filters" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "queue_filters_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "sanctions" (
	"community_id" uuid NOT NULL,
	"action_id" uuid NOT NULL,
	"participant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sanctions_community_id_action_id_pk" PRIMARY KEY("community_id","action_id")
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "positions" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "moderation" jsonb;--> statement-breakpoint
ALTER TABLE "content_states" ADD CONSTRAINT "content_states_community_id_action_id_moderation_actions_community_id_id_fk" FOREIGN KEY ("community_id","action_id") REFERENCES "public"."moderation_actions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_community_id_item_id_moderation_items_community_id_id_fk" FOREIGN KEY ("community_id","item_id") REFERENCES "public"."moderation_items"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "flags" ADD CONSTRAINT "flags_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_actions" ADD CONSTRAINT "moderation_actions_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_items" ADD CONSTRAINT "moderation_items_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_community_id_action_id_moderation_actions_community_id_id_fk" FOREIGN KEY ("community_id","action_id") REFERENCES "public"."moderation_actions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "flags_one_open" ON "flags" USING btree ("community_id","subject_kind","subject_id","participant_id") WHERE "flags"."outcome" = 'open';--> statement-breakpoint
CREATE INDEX "flags_community_id_item_id_index" ON "flags" USING btree ("community_id","item_id");--> statement-breakpoint
CREATE INDEX "flags_community_id_participant_id_created_at_index" ON "flags" USING btree ("community_id","participant_id","created_at");--> statement-breakpoint
CREATE INDEX "moderation_actions_community_id_created_at_index" ON "moderation_actions" USING btree ("community_id","created_at");--> statement-breakpoint
CREATE INDEX "moderation_actions_community_id_author_id_created_at_index" ON "moderation_actions" USING btree ("community_id","author_id","created_at");--> statement-breakpoint
CREATE INDEX "moderation_actions_community_id_rule_number_created_at_index" ON "moderation_actions" USING btree ("community_id","rule_number","created_at");--> statement-breakpoint
CREATE INDEX "moderation_actions_community_id_subject_id_index" ON "moderation_actions" USING btree ("community_id","subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_items_one_open" ON "moderation_items" USING btree ("community_id","subject_kind","subject_id") WHERE "moderation_items"."status" = 'open';--> statement-breakpoint
CREATE INDEX "moderation_items_queue" ON "moderation_items" USING btree ("community_id","status","deadline_at");--> statement-breakpoint
CREATE INDEX "moderation_items_due" ON "moderation_items" USING btree ("deadline_at") WHERE "moderation_items"."status" = 'open';--> statement-breakpoint
CREATE INDEX "moderation_items_community_id_subject_id_index" ON "moderation_items" USING btree ("community_id","subject_id");--> statement-breakpoint
CREATE INDEX "queue_filters_community_id_participant_id_index" ON "queue_filters" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE INDEX "sanctions_in_force" ON "sanctions" USING btree ("community_id","participant_id") WHERE "sanctions"."ended_at" is null;