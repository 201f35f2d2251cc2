-- A caller asks what she hears next. When she begins to wait, or comes from a room, her telephones are looked at, if
-- there can be any.
-- ARGV: 1 call, 2 now (ms), 3 kept for (ms), 4 whether she begins to wait, 1 or 0, 5 the language that ends the menu, or
--       "", 6 whether she chose it, 1 or 0; the first answer counts
-- Returns its fields and their values, then the contact its person has open, its fields, and how many wait before her;
-- nothing when it is over or not known. The contact seen is hers from here on.
local call, now = ARGV[1], ARGV[2]
local name = key('call:' .. call)
local seen = redis.call('HMGET', name, 'stage', 'person', 'room', 'contact')
if not seen[1] or seen[1] == 'over' then
  return {}
end
if seen[1] == 'menu' and ARGV[5] ~= '' then
  redis.call('HSET', name, 'stage', 'waiting', 'language', ARGV[5])
  if ARGV[6] == '1' then
    redis.call('HINCRBY', key('call-demand'), ARGV[5], 1)
  end
end
redis.call('HSET', name, 'heard', now)
redis.call('PEXPIRE', name, ARGV[3])
redis.call('PEXPIRE', key('calling:' .. seen[2]), ARGV[3])
local found = with_contact(call, seen[2])
if seen[3] ~= '' or (ARGV[4] == '1' and found[2] ~= '') then
  look_at(call, now)
end
if found[2] ~= '' and found[2] ~= seen[4] then
  redis.call('HSET', name, 'contact', found[2])
end
return found
