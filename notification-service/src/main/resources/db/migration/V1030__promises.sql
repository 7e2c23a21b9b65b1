-- A worker who cannot take it now may say from when on they can: they are asked again then, and nobody before.
alter table assignment add column later jsonb not null default '{}';
