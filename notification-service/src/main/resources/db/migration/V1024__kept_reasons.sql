-- Reasons are read whole and never searched: as plain JSON they are not taken apart when they are stored, which at two
-- hundred decisions a second with a roster each was most of what the database did.
alter table reasoning alter column body type json using body::json;
