-- A call as it stands. ARGV: 1 call
-- Returns its fields and their values, then the contact its person has open, its fields, and how many wait before her;
-- nothing when it is not known.
local person = redis.call('HGET', key('call:' .. ARGV[1]), 'person')
return person and with_contact(ARGV[1], person) or {}
