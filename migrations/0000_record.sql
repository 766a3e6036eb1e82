CREATE TABLE `api_keys` (
	`hash` text PRIMARY KEY NOT NULL,
	`merchant` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `api_keys_by_merchant` ON `api_keys` (`merchant`);--> statement-breakpoint
CREATE TABLE `brands` (
	`merchant` text PRIMARY KEY NOT NULL,
	`brand` text NOT NULL,
	`version` integer NOT NULL,
	`updated_at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `carrier_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant` text NOT NULL,
	`carrier` text NOT NULL,
	`name` text NOT NULL,
	`credentials` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `carrier_accounts_by_merchant` ON `carrier_accounts` (`merchant`,`carrier`,`created_at`);--> statement-breakpoint
CREATE TABLE `dead_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`queue` text NOT NULL,
	`merchant` text,
	`message` text NOT NULL,
	`why` text NOT NULL,
	`died_at` text NOT NULL,
	`replayed_at` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `dead_letters_by_time` ON `dead_letters` (`replayed_at`,`died_at`);--> statement-breakpoint
CREATE TABLE `hostnames` (
	`hostname` text PRIMARY KEY NOT NULL,
	`merchant` text NOT NULL,
	`is_primary` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `hostnames_by_merchant` ON `hostnames` (`merchant`);--> statement-breakpoint
CREATE TABLE `merchants` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`shard` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`location_hint` text,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`grant_days` integer NOT NULL,
	`created_at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`merchant` text NOT NULL,
	`number` text NOT NULL,
	`state` text NOT NULL,
	`condition` text NOT NULL,
	`shelf` text NOT NULL,
	`placed_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`version` integer NOT NULL,
	`snapshot` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `orders_by_time` ON `orders` (`merchant`,`placed_at`,`id`);--> statement-breakpoint
CREATE INDEX `orders_by_shelf` ON `orders` (`merchant`,`shelf`,`placed_at`,`id`) WHERE shelf <> 'delivered';--> statement-breakpoint
CREATE TABLE `shipments` (
	`order_id` text NOT NULL,
	`shipment` text NOT NULL,
	`leg` integer NOT NULL,
	`merchant` text NOT NULL,
	`carrier` text NOT NULL,
	`account` text,
	`tracking_number` text NOT NULL,
	`milestone` text NOT NULL,
	`condition` text NOT NULL,
	`since` integer NOT NULL,
	`digest` text NOT NULL,
	`cadence` integer,
	`slot` integer,
	`version` integer NOT NULL,
	PRIMARY KEY(`order_id`, `shipment`, `leg`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `shipments_wheel` ON `shipments` (`cadence`,`slot`) WHERE cadence IS NOT NULL;--> statement-breakpoint
CREATE INDEX `shipments_by_number` ON `shipments` (`merchant`,`tracking_number`);--> statement-breakpoint
CREATE TABLE `tombstones` (
	`order_id` text PRIMARY KEY NOT NULL,
	`merchant` text NOT NULL,
	`erased_at` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `watermarks` (
	`shard` text PRIMARY KEY NOT NULL,
	`minute` integer NOT NULL,
	`lease_owner` text NOT NULL,
	`lease_until` integer NOT NULL
) WITHOUT ROWID;
