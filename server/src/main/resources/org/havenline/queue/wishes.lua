-- Notes whom a person wants and does not want; a contact that waits is decided anew at once.
-- ARGV: 1 contact, 2 responder who notes it, or "" for a supervisor, 3 epoch it was seen with, 4 now (ms),
--       5 genders, 6 minor (1 or 0), 7 whom she avoids, 8 queue, 9 rule, 10 virtual arrival,
--       11 whether the one who is asked now is not to be (1 or 0), 12 stamp of the tables
-- Returns 1 noted; 0 it is not there, or never was his; -1 it changed meanwhile: look again.
local contact, responder, now = ARGV[1], ARGV[2], ARGV[4]
local ckey = key('contact:' .. contact)

local seen = redis.call('HMGET', ckey, 'state', 'epoch', 'answered', 'responder', 'virtual', 'person')
if not seen[1] or (responder ~= '' and not lists(seen[3], responder)) then
  return 0
elseif seen[2] ~= ARGV[3] then
  return -1
end
for _, where in ipairs({ckey, key('person:' .. seen[6])}) do
  redis.call('HSET', where, 'wishes', ARGV[5], 'minor', ARGV[6], 'avoid', ARGV[7])
end
emit(now, 'contact.wishes', 'contact', contact)
if seen[1] ~= 'queued' and seen[1] ~= 'offered' then
  return 1
end
-- nothing that is learnt later moves her back
local virtual = tonumber(ARGV[10]) < tonumber(seen[5]) and ARGV[10] or seen[5]
redis.call('HSET', ckey, 'virtual', virtual)
-- placed by other tables, it is turned over as a whole
if ruled_by(contact, ARGV[12]) then
  redis.call('HSET', ckey, 'queue', ARGV[8], 'rule', ARGV[9])
end
if seen[1] == 'queued' or unsettle(contact, now) then
  to_queue(contact, virtual)
elseif ARGV[11] == '1' then
  requeue(contact, seen[4], 'withdrawn', now)
else
  return 1
end
-- who was chosen for her by what was known before is not asked any more
redis.call('HINCRBY', ckey, 'epoch', 1)
return 1
