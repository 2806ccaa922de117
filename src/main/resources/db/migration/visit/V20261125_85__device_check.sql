-- The newest device check of each participant: coarse technical facts, nothing that was recorded, nothing of the person.
create table device_check (
  participant_id uuid primary key references participant,
  at             timestamptz not null,
  camera         text not null check (camera in ('OK', 'DARK', 'SKIPPED', 'NO_ANSWER', 'DISMISSED', 'DENIED', 'SYSTEM',
                   'MISSING', 'BUSY', 'INSECURE', 'IN_APP', 'OLD', 'UNKNOWN')),
  microphone     text not null check (microphone in ('OK', 'SILENT', 'SKIPPED', 'NO_ANSWER', 'DISMISSED', 'DENIED', 'SYSTEM',
                   'MISSING', 'BUSY', 'INSECURE', 'IN_APP', 'OLD', 'UNKNOWN')),
  speaker        text not null check (speaker in ('OK', 'NOT_HEARD', 'SKIPPED')),
  network        text not null check (network in ('GOOD', 'WEAK', 'POOR', 'BLOCKED', 'DIRECT', 'FAULT', 'SKIPPED')),
  way            text not null check (way in ('UDP', 'TCP', 'TLS', 'NONE')),
  round_trip     integer check (round_trip between 0 and 60000),      -- milliseconds
  kbits          integer check (kbits between 0 and 1000000),
  browser        text not null check (browser in ('CHROME', 'EDGE', 'FIREFOX', 'SAFARI', 'SAMSUNG', 'OTHER')),
  version        integer check (version between 1 and 999),
  platform       text not null check (platform in ('IPHONE', 'ANDROID', 'WINDOWS', 'MAC', 'OTHER')),
  check ((network in ('GOOD', 'WEAK', 'POOR')) = (way <> 'NONE')),
  check ((network in ('GOOD', 'WEAK', 'POOR')) = (kbits is not null)),
  check (network not in ('GOOD', 'WEAK', 'POOR') or round_trip is not null)
);
