CREATE TABLE "incident_steps" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"incident_id" uuid NOT NULL,
	"to" text NOT NULL,
	"why" text NOT NULL,
	"by_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "incident_steps_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "incident_terms" (
	"community_id" uuid PRIMARY KEY NOT NULL,
	"terms" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"release" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"harmed" text NOT NULL,
	"severity" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"reporter_id" uuid NOT NULL,
	"is_named" boolean NOT NULL,
	"state" text DEFAULT 'reported' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"overdue_told_at" timestamp (3) with time zone,
	"due_set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"dispute_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "incidents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "system_versions" (
	"community_id" uuid NOT NULL,
	"system_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"links" jsonb NOT NULL,
	"steward_id" uuid NOT NULL,
	"editor_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "system_versions_community_id_system_id_version_pk" PRIMARY KEY("community_id","system_id","version")
);
--> statement-breakpoint
CREATE TABLE "systems" (
	"community_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "systems_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "incident_steps" ADD CONSTRAINT "incident_steps_community_id_incident_id_incidents_community_id_id_fk" FOREIGN KEY ("community_id","incident_id") REFERENCES "public"."incidents"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_terms" ADD CONSTRAINT "incident_terms_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_community_id_system_id_systems_community_id_id_fk" FOREIGN KEY ("community_id","system_id") REFERENCES "public"."systems"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_community_id_reporter_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","reporter_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_versions" ADD CONSTRAINT "system_versions_community_id_system_id_systems_community_id_id_fk" FOREIGN KEY ("community_id","system_id") REFERENCES "public"."systems"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "system_versions" ADD CONSTRAINT "system_versions_community_id_steward_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","steward_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "systems" ADD CONSTRAINT "systems_community_id_communities_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incident_steps_community_id_incident_id_id_index" ON "incident_steps" USING btree ("community_id","incident_id","id");--> statement-breakpoint
CREATE INDEX "incidents_community_id_system_id_index" ON "incidents" USING btree ("community_id","system_id");--> statement-breakpoint
CREATE INDEX "incidents_waiting" ON "incidents" USING btree ("due_at") WHERE "incidents"."overdue_told_at" is null;