ALTER TABLE `carrier_accounts` ADD `trouble` text;--> statement-breakpoint
ALTER TABLE `carrier_accounts` ADD `trouble_since` text;--> statement-breakpoint
CREATE INDEX `carrier_accounts_in_trouble` ON `carrier_accounts` (`carrier`,`trouble`) WHERE trouble IS NOT NULL;