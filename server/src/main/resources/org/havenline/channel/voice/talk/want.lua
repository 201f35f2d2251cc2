-- The owner wants something of a talk.
-- ARGV: 1 call, 2 contact, 3 owner, 4 epoch of the ownership, 5 what, 6 its value, 7 now (ms), 8 kept for (ms)
-- Returns 1, or 0 when the contact is another's now.
if not owns(ARGV[2], ARGV[3], ARGV[4]) then
  return 0
end
local name = key('talk:' .. ARGV[1])
redis.call('HSET', name, ARGV[5], ARGV[6])
redis.call('PEXPIRE', name, ARGV[8])
emit(ARGV[7], 'contact.call', 'contact', ARGV[2])
return 1
