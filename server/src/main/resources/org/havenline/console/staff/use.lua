-- Who uses this session? ARGV: 1 session, 2 now (ms), 3 idle (ms) to live on, 0 only looks
-- Returns the member of staff, or nothing when there is no such session or its time is over.
local skey = key('session:' .. ARGV[1])
local found = redis.call('HMGET', skey, 'staff', 'until')
if not found[1] or tonumber(found[2]) <= tonumber(ARGV[2]) then
  return false
end
if ARGV[3] ~= '0' then
  redis.call('PEXPIRE', skey, ARGV[3])
end
return found[1]
